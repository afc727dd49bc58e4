export { PexRTC } from './PexRTC';
