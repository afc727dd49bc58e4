import { causeOf } from '../face/asking';
import type { Attribution } from './attribution';

/** The class of calls as the page has it, where it can be told who asks. */
interface Calls {
  causeOfNow?: (() => string | undefined) | null;
}

/** Requests of calls that a plugin makes itself, or that it asks of the meeting's call some time later, are put down to it too. */
export function tellCauses(page: object, attribution: Attribution): () => void {
  const calls = Reflect.get(page, 'PexRTC') as Calls | undefined;
  if (calls?.causeOfNow === undefined) return () => undefined;
  const causeOfNow = () => {
    const owner = attribution.current();
    return owner ? causeOf(owner.key) : undefined;
  };
  calls.causeOfNow = causeOfNow;
  return () => {
    if (calls.causeOfNow === causeOfNow) calls.causeOfNow = null;
  };
}
