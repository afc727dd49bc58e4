import { PexRTC } from './PexRTC';

export default PexRTC;
