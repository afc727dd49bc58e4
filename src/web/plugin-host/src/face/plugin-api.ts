import { messageOf } from '@plenum/meeting';
import type { RequestAnswer } from '@plenum/plugin-types';
import type { Owner } from '../containment/owner';
import type { Dialogs } from '../dialogs/dialogs';
import type { MeetingSeen } from '../seams';
import { PluginState } from '../streams/plugin-stream';
import { causeOf, type AskFor } from './asking';
import { dialled, dialOf } from './dialling';
import { transformsOf } from './layouts';

export interface ApiSurroundings {
  /** Whoever calls; a caller that cannot be told is nobody in particular, and is served all the same. */
  caller(): Owner;
  readonly meeting: MeetingSeen;
  readonly ask: AskFor;
  readonly dialogs: Dialogs;
  register(registration: unknown): void;
  menuItem(plugin: string, item: string): { hide(): void; show(): void };
  backend(name: string, owner: Owner): object;
  invite(conference: string, pin: string | undefined): void;
}

/** `PEX.pluginAPI`. Plugins take these functions apart and call them bare, so none of them needs `this`. */
export function createPluginApi(around: ApiSurroundings): Readonly<Record<string, unknown>> {
  const { caller, ask, dialogs, meeting } = around;
  const person = (uuid: unknown, verb: string) => ask(caller(), `participants/${encodeURIComponent(String(uuid))}/${verb}`, undefined, undefined);
  const layout = (owner: Owner, given: unknown) => ask(owner, 'transform_layout', { transforms: transformsOf(given) }, undefined);
  return Object.freeze({
    registerPlugin: (registration: unknown) => around.register(registration),
    createNewState: (first: unknown) => new PluginState(first),
    sendRequest: (path: string, payload?: unknown, callback?: unknown) =>
      typeof payload === 'function' ? ask(caller(), path, undefined, payload) : ask(caller(), path, payload, callback),
    openTemplateDialog: (spec: unknown, second?: unknown, third?: unknown) => dialogs.open(caller(), spec, second, third),
    spotlightOnParticipant: (uuid: unknown) => person(uuid, 'spotlighton'),
    spotlightOffParticipant: (uuid: unknown) => person(uuid, 'spotlightoff'),
    dialOut: (alias: unknown, protocol: unknown, role: unknown, callback?: unknown, options?: unknown) =>
      ask(caller(), 'dial', dialOf(alias, protocol, role, options), callback, dialled),
    disconnectParticipant: (uuid: unknown) => person(uuid, 'disconnect'),
    changeConferenceLayout(given: unknown) {
      const owner = caller();
      owner.note('changeConferenceLayout is deprecated; transformConferenceLayout does the same and more');
      return layout(owner, given);
    },
    transformConferenceLayout: (given: unknown) => layout(caller(), given),
    sendChatMessage: (message: unknown) => say(caller(), message),
    backend: (name: unknown) => around.backend(String(name), caller()),
    getPluginMenuItem: (plugin: unknown, item: unknown) => around.menuItem(String(plugin), String(item)),
    navigateToInvitationCard: (conference: unknown, pin?: unknown) => around.invite(String(conference), pin === undefined || pin === null ? undefined : String(pin)),
  });

  /** Plain text goes into the conversation, so that one sees oneself what one's plugin said; other types only to the others. */
  async function say(owner: Owner, message: unknown): Promise<RequestAnswer> {
    const { type, payload } = messageOf(message);
    if (type !== 'text/plain') return ask(owner, 'message', { type, payload }, undefined);
    const speak = () => meeting.conversation.send(payload);
    const outcome = (await (meeting.pexrtc?.withCause(causeOf(owner.key), speak) ?? speak())) as { ok?: boolean; result?: unknown; text?: string } | undefined;
    return outcome?.ok === false ? { status: 'failed', result: outcome.text } : { status: 'success', result: outcome?.result };
  }
}
