import type { ParticipantBody } from '@plenum/pexrtc';

/** A participant exactly as the plugin guides document one (and `isVideoMuted`, which plugins read too). */
export interface Participant {
  readonly uuid: string;
  readonly name: string;
  readonly role: 'chair' | 'guest';
  readonly uri: string;
  readonly startTime: number;
  readonly protocol: string;
  readonly isExternal: boolean;
  readonly presenting: boolean;
  readonly muted: boolean;
  readonly isVideoMuted: boolean;
  readonly canControl: boolean;
  readonly canDisconnect: boolean;
  readonly canTransfer: boolean;
  readonly canMute: boolean;
  readonly serviceType: string;
  readonly callType: 'video' | 'audio' | 'api';
  readonly spotlight: number;
  readonly isStreaming: boolean;
  readonly vad: number;
  /** 0 spoke last; -1 has not spoken. */
  readonly stageIndex: number;
  readonly rxPresentation: boolean;
  readonly feccSupported: boolean;
  readonly buzzTime: number;
}

/** Where somebody is on the stage. */
export interface StagePlace {
  readonly stageIndex: number;
  readonly vad: number;
}

export const offStage: StagePlace = { stageIndex: -1, vad: 0 };

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
