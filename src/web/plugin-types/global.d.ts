import type { PEX as Surface } from './index';

declare global {
  interface Window {
    readonly PEX: Surface;
  }
  const PEX: Surface;
}

export {};
