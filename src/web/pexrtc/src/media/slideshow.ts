import type { Answer } from '../Conversation';

/** Sends what a screen shows as single pictures, for calls that have no line for slides. Answers why it ended. */
export async function sendPictures(
  stream: MediaStream, perSecond: number, upload: (picture: FormData) => Promise<Answer>, signal: AbortSignal,
): Promise<string> {
  const screen = document.createElement('video');
  screen.muted = true;
  screen.srcObject = stream;
  await screen.play();
  const canvas = document.createElement('canvas');
  while (!signal.aborted) {
    const began = Date.now();
    canvas.width = screen.videoWidth;
    canvas.height = screen.videoHeight;
    canvas.getContext('2d')?.drawImage(screen, 0, 0);
    const picture = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/jpeg', 0.85));
    const form = new FormData();
    if (picture) form.append('file', picture, 'presentation.jpg');
    const answer = await upload(form);
    if (!answer.ok) return String(answer.result);
    await new Promise((resolve) => setTimeout(resolve, Math.max(0, 1000 / Math.max(perSecond, 0.2) - (Date.now() - began))));
  }
  return 'Presentation ended';
}
