/** Listens whether somebody speaks although they are muted. The microphone is listened to beside the call, and not sent. */
export function listenToMic(track: MediaStreamTrack, heard: () => void, signal: AbortSignal): void {
  if (typeof AudioContext === 'undefined' || signal.aborted) return;
  const audio = new AudioContext();
  const copy = track.clone();
  copy.enabled = true;
  const analyser = audio.createAnalyser();
  audio.createMediaStreamSource(new MediaStream([copy])).connect(analyser);
  const samples = new Float32Array(analyser.fftSize);
  let loud = 0;
  const timer = setInterval(() => {
    analyser.getFloatTimeDomainData(samples);
    const level = Math.sqrt(samples.reduce((sum, value) => sum + value * value, 0) / samples.length);
    loud = level > 0.03 ? loud + 1 : 0;
    // Half a second of it: a cough and a slammed door are not speech. Then again only after five seconds.
    if (loud === 5) heard();
    if (loud > 50) loud = 0;
  }, 100);
  signal.addEventListener('abort', () => {
    clearInterval(timer);
    copy.stop();
    void audio.close();
  }, { once: true });
}
