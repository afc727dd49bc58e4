import type { IdentityProvider, PinStatus } from './entrance';
import type {
  ApplicationMessage, BreakoutEvent, BreakoutStatus, CameraMovement, Caption, ConnectionState, PlenumEvent,
} from './shapes';
import type {
  BreakoutReferBody, BreakoutSeatBody, DeletedBody, LayoutBody, MessageBody, ParticipantBody, StageBody, StatusBody,
} from './wire';

type Call<Arguments extends readonly unknown[] = []> = ((...args: Arguments) => void) | null;

/** What a page may set to be told. Looked up at the moment of telling, so that it can be replaced at any time. */
export abstract class Callbacks {
  onSetup: Call<[stream: MediaStream | null, pin: PinStatus, extension?: string | null, idp?: readonly IdentityProvider[] | null]> = null;
  onAuth: Call<[url: string, idp: IdentityProvider]> = null;
  /** The others' sound and pictures, or the address of a stream; null in a call without media. */
  onConnect: Call<[stream: MediaStream | string | null]> = null;
  onError: Call<[reason: string]> = null;
  onDisconnect: Call<[reason: string]> = null;
  onCallTransfer: Call<[alias: string]> = null;
  onCallDisconnect: Call<[reason: string]> = null;
  onRoleUpdate: Call<[role: string]> = null;
  onLog: Call<[line: string]> = null;

  onSyncBegin: Call = null;
  onSyncEnd: Call = null;
  onParticipantCreate: Call<[participant: ParticipantBody]> = null;
  onParticipantUpdate: Call<[participant: ParticipantBody]> = null;
  onParticipantDelete: Call<[deleted: DeletedBody]> = null;
  onRosterList: Call<[list: readonly ParticipantBody[]]> = null;
  onConferenceUpdate: Call<[status: StatusBody]> = null;
  onStageUpdate: Call<[stage: readonly StageBody[]]> = null;
  onLayoutUpdate: Call<[layout: LayoutBody]> = null;

  onChatMessage: Call<[message: MessageBody]> = null;
  onDirectMessage: Call<[message: MessageBody]> = null;
  onApplicationMessage: Call<[message: ApplicationMessage]> = null;

  onPresentation: Call<[setting: boolean, presenter: string | null, uuid: string | null, source: string | null]> = null;
  onPresentationConnected: Call<[stream: MediaStream]> = null;
  onPresentationDisconnected: Call<[reason: string]> = null;
  onPresentationReload: Call<[url: string]> = null;
  onScreenshareConnected: Call<[stream: MediaStream]> = null;
  onScreenshareStopped: Call<[reason: string]> = null;

  onBreakoutCreate: Call<[seat: BreakoutSeatBody]> = null;
  onBreakoutUpdate: Call<[status: BreakoutStatus]> = null;
  onBreakoutDelete: Call<[seat: BreakoutSeatBody]> = null;
  onBreakoutRefer: Call<[refer: BreakoutReferBody]> = null;
  onBreakoutEvent: Call<[event: BreakoutEvent]> = null;

  onFECC: Call<[movement: CameraMovement]> = null;
  onLiveCaptions: Call<[caption: Caption]> = null;
  onSplashScreen: Call<[screen: unknown]> = null;
  onHold: Call<[held: boolean]> = null;
  onIceRestart: Call = null;
  onMicActivity: Call = null;

  // From here on ours; other implementations know nothing of them.

  /** The stream stands, is being opened again, or has been away for longer than the server remembers us. */
  onConnectionState: Call<[state: ConnectionState]> = null;
  /** Joined all the same, but without sound and pictures, and why. */
  onMediaUnavailable: Call<[reason: string]> = null;
  /** Sound and pictures of the others, whenever they (again) come in. */
  onMediaConnected: Call<[stream: MediaStream]> = null;
  /** The transfer that was told of came to nothing; the call goes on where it was. */
  onTransferFailed: Call<[alias: string]> = null;
  onPlenum: Call<[event: PlenumEvent]> = null;
}
