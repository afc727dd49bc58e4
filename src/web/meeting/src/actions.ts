/** Something that happened or is wished for, as plugins see and send it: `dispatch` both tells and acts. */
export interface Action {
  readonly type: string;
  readonly payload?: unknown;
}

/** The strings that plugins compare with; the upper half is documented, the lower half seen in plugins. */
export const actionTypes = {
  SEND_CHAT_MESSAGE: '[Conference] Send Chat Message',
  RECEIVE_CHAT_MESSAGE: '[Conference] Receive Chat Message',
  SELECT_EVENT: '[Timeline] Select Event',
  PARTICIPANT_CONNECT_SUCCESS: '[Participant] Connect Success',
  PARTICIPANT_DISCONNECT_SUCCESS: '[Participant] Disconnect Success',
  CONNECT_SUCCESS: '[Conference] Connect Success',
  CONNECT_FAIL: '[Conference] Connect Fail',
  DISCONNECT: '[Conference] Disconnect',
  DISCONNECT_SUCCESS: '[Conference] Disconnect Success',
  SET_SELF_UUID: '[Conference] Set Self UUID',
  MUTE_CAMERA: '[Conference] Mute Camera',
  UNMUTE_CAMERA: '[Conference] Unmute Camera',
  MUTE_MICROPHONE: '[Conference] Mute Microphone',
  UNMUTE_MICROPHONE: '[Conference] Unmute Microphone',
  BUZZ_CHANGED: '[Conference] Buzz Changed',
  SET_REMOTE_CALL_TYPE: '[Conference] Set remote call type',
  PARTICIPANT_MUTED_CHANGED: '[Participant] Muted Changed',
  SCREEN_STATE: '[Home] Screen state',
  PARTICIPANT_UPDATE: 'PexRTC: participant_update',
} as const;
