import type { PexCall, PEX as Surface } from './index';

declare global {
  interface Window {
    readonly PEX: Surface;
    /** For calls of a plugin's own. */
    PexRTC: new () => PexCall;
  }
  const PEX: Surface;
  const PexRTC: new () => PexCall;
}

export {};
