import { EventSource } from 'eventsource';

/** What the package expects of a browser, and nothing more. Must be loaded before the package. */
const { url, hurry } = JSON.parse(process.argv[2]);

/** A browser delivers events in later tasks than `open`; the npm one can deliver in the same, before the package listens. */
const laterBody = async (input, init) => {
  const { body, url: address, redirected, status, headers } = await fetch(input, init);
  const wait = new TransformStream({ start: () => new Promise(resolve => setTimeout(resolve, 0)) });
  return { body: body?.pipeThrough(wait), url: address, redirected, status, headers };
};

class Stream extends EventSource {
  constructor(address) { super(address, { fetch: laterBody }); }
}

/** Takes every call and connects to nobody: these clients join without media. */
class NoConnection extends EventTarget {
  connectionState = 'new'; iceConnectionState = 'new'; iceGatheringState = 'new'; signalingState = 'stable';
  localDescription = null; remoteDescription = null;
  constructor(configuration) { super(); this.configuration = configuration ?? {}; }
  getConfiguration() { return this.configuration; }
  setConfiguration(configuration) { this.configuration = configuration; }
  addTransceiver(_, { direction } = {}) {
    const sender = { track: null, replaceTrack: async () => {}, setStreams() {}, getParameters: () => ({ encodings: [] }), setParameters: async () => {}, getStats: async () => new Map() };
    const receiver = { track: Object.assign(new EventTarget(), { kind: 'video', muted: true }), getStats: async () => new Map() };
    return { direction: direction ?? 'inactive', currentDirection: null, mid: null, sender, receiver, stop() {} };
  }
  createDataChannel() { return Object.assign(new EventTarget(), { readyState: 'connecting', close() {}, send() {} }); }
  getTransceivers() { return []; }
  getSenders() { return []; }
  getReceivers() { return []; }
  async getStats() { return new Map(); }
  async createOffer() { return { type: 'offer', sdp: '' }; }
  async setLocalDescription() {}
  async setRemoteDescription() {}
  restartIce() {}
  close() {}
}

// Stdout carries the conversation with whoever started us; the package's own log would be in between.
for (const level of ['log', 'info', 'debug']) console[level] = () => {};

const { host, protocol } = new URL(url);
const ordinary = globalThis.setInterval;
Object.assign(globalThis, {
  window: globalThis, location: { host, protocol }, document: { baseURI: `${url}/` }, EventSource: Stream,
  RTCPeerConnection: NoConnection, RTCSessionDescription: class {}, RTCIceCandidate: class {}, MediaStream: class extends EventTarget {},
  // The package refreshes its token every 40 s; a hurried clock shows the same thing in one.
  setInterval: hurry ? (task, delay, ...rest) => ordinary(task, delay >= 20000 ? 1000 : delay, ...rest) : ordinary,
});
