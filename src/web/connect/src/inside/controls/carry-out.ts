import type { Outcome } from '@plenum/meeting';
import { toast, type Toast } from '../../parts/toasts.svelte';
import { t } from '../../words/words.svelte';
import { refusalKey } from './refusals';

/** Waits for what became of a wish and says so: what was done, if that is worth saying, or what to do about a refusal. */
export async function carryOut(wish: Promise<Outcome>, done?: Toast): Promise<boolean> {
  const outcome = await wish;
  if (!outcome.ok) toast({ text: t(refusalKey(outcome.text)), kind: 'danger', icon: 'warning' });
  else if (done) toast(done);
  return outcome.ok;
}
