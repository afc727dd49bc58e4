import type { LayoutBody, StageBody } from '@plenum/pexrtc';

/** What is seen besides people: layout, who speaks, who presents, captions, and messages of the house. */
export interface Scene {
  readonly layout: LayoutBody | null;
  readonly speakers: readonly StageBody[];
  readonly presentation: Presentation | null;
  readonly caption: Caption | null;
  /** Live pictures: nothing until media is there. */
  readonly remoteStream: MediaStream | null;
  readonly localStream: MediaStream | null;
  readonly presentationStream: MediaStream | null;
  /** Why there is no sound and picture, in the server's words. */
  readonly mediaProblem: string | null;
  /** What a host said last into this breakout room, or to all of them, from elsewhere. */
  readonly hostMessage: { readonly name: string; readonly text: string } | null;
  /** A host asks this host to come to a breakout. */
  readonly breakoutCall: { readonly uuid: string; readonly name: string; readonly by: string } | null;
}

export interface Presentation {
  readonly uuid: string;
  readonly name: string;
  /** The address of the latest still picture, where pictures are sent one by one. */
  readonly picture: string | null;
  readonly mine: boolean;
}

export interface Caption {
  readonly text: string;
  readonly final: boolean;
}

export const emptyScene: Scene = {
  layout: null,
  speakers: [],
  presentation: null,
  caption: null,
  remoteStream: null,
  localStream: null,
  presentationStream: null,
  mediaProblem: null,
  hostMessage: null,
  breakoutCall: null,
};
