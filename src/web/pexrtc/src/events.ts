import type { Callbacks } from './Callbacks';
import type { BreakoutEvent, CameraMovement, Caption, PlenumEvent } from './shapes';
import type {
  BreakoutReferBody, BreakoutSeatBody, LayoutBody, MessageBody, PresenterBody, StageBody, StatusBody,
} from './wire';

/** Events that are only passed on, each to its callback. Those that also change what we know are the call's own. */
const passedOn: Record<string, (to: Callbacks, data: unknown) => void> = {
  stage: (to, data) => to.onStageUpdate?.(data as StageBody[]),
  layout: (to, data) => to.onLayoutUpdate?.(data as LayoutBody),
  message_received: (to, data) => hearMessage(to, data as MessageBody),
  presentation_start: (to, data) => {
    const { presenter_name, presenter_uuid, source } = data as PresenterBody;
    to.onPresentation?.(true, presenter_name, presenter_uuid, source ?? 'video');
  },
  presentation_stop: (to) => to.onPresentation?.(false, null, null, null),
  breakout_begin: (to, data) => to.onBreakoutCreate?.(data as BreakoutSeatBody),
  breakout_end: (to, data) => to.onBreakoutDelete?.(data as BreakoutSeatBody),
  breakout_refer: (to, data) => to.onBreakoutRefer?.(data as BreakoutReferBody),
  breakout_event: (to, data) => {
    const event = data as BreakoutEvent;
    to.onBreakoutEvent?.(event);
    if (event.event === 'conference_update') to.onBreakoutUpdate?.({ ...(event.data as StatusBody), breakout_uuid: event.breakout_uuid });
  },
  on_hold: (to, data) => to.onHold?.(data === true),
  fecc: (to, data) => to.onFECC?.(data as CameraMovement),
  live_captions: (to, data) => to.onLiveCaptions?.(data as Caption),
  splash_screen: (to, data) => to.onSplashScreen?.(data),
  plenum: (to, data) => to.onPlenum?.(data as PlenumEvent),
};

/** Whether the event was one of these. */
export function passOn(to: Callbacks, event: string, data: unknown): boolean {
  const tell = Object.hasOwn(passedOn, event) ? passedOn[event] : undefined;
  tell?.(to, data);
  return tell !== undefined;
}

function hearMessage(to: Callbacks, message: MessageBody): void {
  if (message.type === 'application/json') to.onApplicationMessage?.({ ...message, payload: objectOf(message.payload) });
  else if (message.direct && to.onDirectMessage) to.onDirectMessage(message);
  else to.onChatMessage?.(message);
}

/** What somebody else's client calls JSON may be anything. */
function objectOf(payload: string): unknown {
  try {
    return JSON.parse(payload);
  } catch {
    return payload;
  }
}
