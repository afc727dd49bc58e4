/** Measures how loud a microphone is, 0 to 1, many times a second, on a copy that is open even while the microphone is muted. */
export function listen(track: MediaStreamTrack, heard: (level: number) => void): () => void {
  const copy = track.clone();
  copy.enabled = true;
  const context = new AudioContext();
  const analyser = context.createAnalyser();
  analyser.fftSize = 512;
  context.createMediaStreamSource(new MediaStream([copy])).connect(analyser);
  const samples = new Float32Array(analyser.fftSize);
  // A timer rather than animation frames, so that it goes on in a tab behind others.
  const timer = setInterval(() => {
    analyser.getFloatTimeDomainData(samples);
    heard(levelOf(samples));
  }, 60);
  return () => {
    clearInterval(timer);
    copy.stop();
    void context.close();
  };
}

/** From the square mean to a bar: 60 decibels below full is silence, speech lies in the middle. */
export function levelOf(samples: Float32Array): number {
  const mean = samples.reduce((sum, sample) => sum + sample * sample, 0) / Math.max(1, samples.length);
  const decibels = 10 * Math.log10(Math.max(mean, 1e-9));
  return Math.min(1, Math.max(0, (decibels + 60) / 50));
}
