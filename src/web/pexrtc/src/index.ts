export { originOf } from './address';
export { PexRTC } from './PexRTC';
export type { IdentityProvider, PinStatus } from './entrance';
export type * from './shapes';
export type * from './wire';
