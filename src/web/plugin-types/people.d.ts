/** Somebody in the conference. */
export interface Participant {
  readonly uuid: string;
  readonly name: string;
  /** `chair` has host privileges. */
  readonly role: 'chair' | 'guest';
  readonly uri: string;
  /** When this participant joined, in seconds since 1970. */
  readonly startTime: number;
  /** `api` for everybody in a browser. */
  readonly protocol: string;
  readonly isExternal: boolean;
  readonly presenting: boolean;
  /** Muted by a host. */
  readonly muted: boolean;
  readonly isVideoMuted: boolean;
  readonly canControl: boolean;
  readonly canDisconnect: boolean;
  readonly canTransfer: boolean;
  readonly canMute: boolean;
  /** `connecting`, `waiting_room`, `ivr`, `conference`, `lecture`, `gateway` or `test_call`. */
  readonly serviceType: string;
  readonly callType: 'video' | 'audio' | 'api';
  /** When this participant was spotlighted, in seconds since 1970; zero without spotlight. */
  readonly spotlight: number;
  readonly isStreaming: boolean;
  /** 0 is silent, 100 is speaking. */
  readonly vad: number;
  /** 0 spoke last, 1 before that; -1 has not spoken. */
  readonly stageIndex: number;
  readonly rxPresentation: boolean;
  readonly feccSupported: boolean;
  /** When the hand was raised, in seconds since 1970; zero while it is down. */
  readonly buzzTime: number;
}

/** What is true of the conference as a whole. */
export interface Conference {
  readonly locked: boolean;
  readonly guestsMuted: boolean;
  readonly chatEnabled: boolean;
  readonly mediaType: 'video' | 'audioonly' | 'none';
  readonly started: boolean;
}
