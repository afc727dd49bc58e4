import type { Participant } from '@plenum/plugin-types';
import type { ParticipantBody } from '@plenum/pexrtc';

export type { Participant };

/** Where somebody is on the stage. */
export interface StagePlace {
  readonly stageIndex: number;
  readonly vad: number;
}

export const offStage: StagePlace = { stageIndex: -1, vad: 0 };

/** A participant exactly as the plugin guides document one (and `isVideoMuted`, which plugins read too). */
export function participantOf(raw: ParticipantBody, stage: StagePlace): Participant {
  const role = raw.role === 'chair' ? 'chair' : 'guest';
  return {
    uuid: raw.uuid,
    name: raw.display_name || raw.uri?.replace(/^sips?:/, '') || '',
    role,
    uri: raw.uri ?? '',
    startTime: raw.start_time,
    // The guides: always "api" for somebody in a Connect client.
    protocol: raw.protocol === 'webrtc' || !raw.protocol ? 'api' : raw.protocol,
    isExternal: raw.is_external,
    presenting: raw.is_presenting === 'YES',
    muted: raw.is_muted === 'YES',
    isVideoMuted: raw.is_video_muted,
    canControl: role === 'chair' && (raw.service_type === 'conference' || raw.service_type === 'lecture'),
    canDisconnect: raw.disconnect_supported === 'YES',
    canTransfer: raw.transfer_supported === 'YES',
    canMute: raw.mute_supported === 'YES',
    serviceType: raw.service_type ?? 'conference',
    callType: raw.is_audio_only_call === 'YES' ? 'audio' : raw.is_video_call === 'YES' ? 'video' : 'api',
    spotlight: raw.spotlight,
    isStreaming: raw.is_streaming_conference,
    vad: stage.vad,
    stageIndex: stage.stageIndex,
    rxPresentation: raw.rx_presentation_policy === 'ALLOW',
    feccSupported: raw.fecc_supported === 'YES',
    buzzTime: raw.buzz_time,
  };
}
