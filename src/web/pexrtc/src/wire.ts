// Generated from the server's wire records; PLENUM_WRITE_DOCS=1 ./test writes it and a test fails when it differs.

export interface AudioMixSend {
  mix_name: string;
  prominent: boolean;
}

export interface BreakoutOpenedBody {
  breakout_uuid: string;
}

export interface BreakoutReferBody {
  breakout_uuid: string;
  breakout_name: string;
  requester_uuid: string;
}

export interface BreakoutSeatBody {
  breakout_uuid: string;
  participant_uuid: string;
}

export interface BuzzBody {
  time: number;
  value: boolean;
}

export interface CaptionBody {
  data: string;
  is_final: boolean;
  sources: CaptionSourceBody[];
  src_lang?: string;
  tgt_lang?: string;
}

export interface CaptionSourceBody {
  participant_uuid: string;
  indices: number[];
}

export interface ClassificationBody {
  levels: Record<string, string>;
  current: number | null;
}

export interface ClockBody {
  type: string;
  starting_value: number;
  prefix: string;
  suffix: string;
  date: string;
}

export interface DeletedBody {
  uuid: string;
}

export interface ExtensionNeededBody {
  conference_extension: string;
  conference_extension_type: string;
}

export interface LayoutBody {
  view: string;
  participants: string[];
  requested_layout: RequestedLayoutBody;
  overlay_text_enabled: boolean;
}

export interface MessageBody {
  type: string;
  payload: string;
  origin: string;
  uuid: string;
  direct: boolean;
  from_outside?: boolean;
}

export interface MessageTextBody {
  text: string;
  set_time: number | null;
}

export interface ParticipantBody {
  uuid: string;
  display_name: string;
  overlay_text: string;
  role: string;
  service_type: string;
  buzz_time: number;
  spotlight: number;
  start_time: number;
  call_direction: string;
  call_tag: string;
  local_alias: string;
  uri: string;
  vendor: string;
  protocol: string;
  encryption: string;
  external_node_uuid: string;
  has_media: boolean;
  is_external: boolean;
  is_streaming_conference: boolean;
  is_video_muted: boolean;
  is_video_silent: boolean;
  is_client_muted: boolean;
  is_tx_muted: boolean;
  is_on_hold: boolean;
  is_conjoined: boolean;
  is_idp_authenticated: boolean;
  is_transferring: boolean;
  is_main_video_dropped_out: boolean;
  needs_presentation_in_mix: boolean;
  show_live_captions: boolean;
  supports_direct_chat: boolean;
  can_receive_personal_mix: boolean;
  is_muted: string;
  is_presenting: string;
  is_video_call: string;
  is_audio_only_call: string;
  disconnect_supported: string;
  fecc_supported: string;
  mute_supported: string;
  transfer_supported: string;
  presentation_supported: string;
  rx_presentation_policy: string;
  layout_group: string;
  send_to_audio_mixes: AudioMixSend[];
  receive_from_audio_mix: ReceivedAudioMix;
  receive_from_video_mix: ReceivedVideoMix;
}

export interface PassBody {
  pass: string;
}

export interface PinNeededBody {
  pin: string;
  guest_pin: string;
  version: VersionBody;
}

export interface PinningBody {
  pinning_config: string;
}

export interface PlenumBody {
  conference_id: string;
  media: boolean;
  heartbeat: number;
  pass: string;
}

export interface PresenterBody {
  presenter_name: string;
  presenter_uri: string;
  presenter_uuid: string;
  source: string;
}

export interface PrimaryScreenBody {
  chair_layout: string;
  guest_layout: string;
}

export interface PropertiesBody {
  custom_properties: Record<string, string>;
}

export interface ProviderBody {
  name: string;
  uuid: string;
  disable_popup_flow: boolean;
}

export interface ProvidersBody {
  idp: ProviderBody[];
  version: VersionBody;
}

export interface ReasonBody {
  reason: string;
}

export interface ReceivedAudioMix {
  mix_name: string;
}

export interface ReceivedVideoMix {
  mix_name: string;
  timestamp: number;
}

export interface RedirectBody {
  redirect_url: string;
  redirect_idp: ProviderBody;
  disable_popup_flow: boolean;
  version: VersionBody;
}

export interface ReferBody {
  alias: string;
  token: string;
  breakout_name?: string;
  target?: string;
  call_tag?: string;
}

export interface RefreshedBody {
  token: string;
  expires: string;
  role: string;
  plenum: PassBody;
}

export interface RequestedLayoutBody {
  primary_screen: PrimaryScreenBody;
}

export interface StageBody {
  participant_uuid: string;
  stage_index: number;
  vad: number;
}

export interface StatusBody {
  locked: boolean;
  guests_muted: boolean;
  all_muted: boolean;
  started: boolean;
  presentation_allowed: boolean;
  guests_can_present: boolean;
  guests_can_unmute: boolean;
  guests_can_see_guests: string;
  chat_enabled: boolean;
  live_captions_available: boolean;
  direct_media: boolean;
  breakout_rooms: boolean;
  breakout: boolean;
  recording: boolean;
  streaming: boolean;
  transcribing: boolean;
  message_text: string;
  pinning_config: string;
  classification: ClassificationBody;
  breakout_name?: string;
  breakout_description?: string;
  end_action?: string;
  end_time?: number;
  breakout_guests_allowed_to_leave?: boolean;
  breakoutbuzz?: BuzzBody;
}

export interface TaggedLayoutBody {
  name: string;
  tags: string[];
}

export interface TokenBody {
  token: string;
  expires: string;
  participant_uuid: string;
  version: VersionBody;
  role: string;
  display_name: string;
  current_service_type: string;
  service_type: string;
  conference_name: string;
  service_name: string;
  call_type: string;
  call_tag: string;
  chat_enabled: boolean;
  guests_can_present: boolean;
  breakout_rooms: boolean;
  fecc_enabled: boolean;
  rtmp_enabled: boolean;
  rtsp_enabled: boolean;
  analytics_enabled: boolean;
  direct_media: boolean;
  trickle_ice_enabled: boolean;
  use_relay_candidates_only: boolean;
  allow_1080p: boolean;
  vp9_enabled: boolean;
  bandwidth_in: number;
  bandwidth_out: number;
  client_stats_update_interval: number;
  idp_uuid?: string;
  plenum: PlenumBody;
}

export interface VersionBody {
  version_id: string;
  pseudo_version: string;
}
