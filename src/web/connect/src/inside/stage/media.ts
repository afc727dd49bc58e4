import type { Attachment } from 'svelte/attachments';

/** Shows a live stream in a video. A property, so it has no attribute of its own. */
export function showing(stream: MediaStream | null): Attachment<HTMLVideoElement> {
  return (video) => {
    if (video.srcObject !== stream) video.srcObject = stream;
  };
}
