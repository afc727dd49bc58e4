import { MediaCommands } from './MediaCommands';
import { Pictures } from './media/pictures';
import { sendPictures } from './media/slideshow';
import type { PresenterBody } from './wire';

/** Showing and seeing slides or a screen. */
export abstract class PresentationCommands extends MediaCommands {
  #showing: { readonly stream: MediaStream; readonly ending: AbortController } | undefined;
  #seeing = false;
  readonly #pictures = new Pictures();

  /** Starts to receive what somebody presents: as a stream, or as pictures where the page prefers them. */
  getPresentation(): void {
    this.#seeing = true;
    if (this.png_presentation || !this.call?.pc) return this.#pictures.announced || !this.announcesPictures ? this.#picture('') : undefined;
    void this.call.slides(null, true).then((agreed) => {
      const track = this.call?.presentation;
      if (agreed && track) this.tell(() => this.onPresentationConnected?.(new MediaStream([track])));
      else this.tell(() => this.onPresentationDisconnected?.('The presentation could not be received'));
    }, (fault: unknown) => this.log(String(fault)));
  }

  stopPresentation(): void {
    if (!this.#seeing) return;
    this.#seeing = false;
    this.#pictures.rest();
    if (this.call?.pc && !this.png_presentation) this.call.slides(null, false).catch((fault: unknown) => this.log(String(fault)));
    this.tell(() => this.onPresentationDisconnected?.('Presentation stopped'));
  }

  /** Shows a screen (`screen`, or as pictures `screen_http`), or stops with null. */
  present(what: 'screen' | 'screen_http' | null): void {
    if (what === null) this.stopShowing('Presentation ended', true);
    else void this.#show(what);
  }

  /** Somebody else took the floor, or ours ended: the screen is not captured for nobody. */
  protected hearPresenter(event: string, data: unknown): void {
    if (event === 'presentation_start' && (data as PresenterBody).presenter_uuid !== this.uuid) this.stopShowing('Somebody else presents', false);
    if (event !== 'presentation_stop') return;
    this.#seeing = false;
    this.#pictures.clear();
  }

  protected stopShowing(reason: string, releaseFloor: boolean): void {
    const showing = this.#showing;
    if (!showing) return;
    this.#showing = undefined;
    showing.ending.abort();
    if (showing.stream !== this.user_presentation_stream) showing.stream.getTracks().forEach((track) => track.stop());
    this.call?.slides(null, false).catch((fault: unknown) => this.log(String(fault)));
    if (releaseFloor) void this.about(null, 'release_floor');
    this.tell(() => this.onScreenshareStopped?.(reason));
  }

  async #show(what: 'screen' | 'screen_http'): Promise<void> {
    const whyNot = await this.#begin(what).catch((fault: unknown) => (fault instanceof Error ? fault.message : String(fault)));
    if (whyNot === null) return;
    if (this.#showing) this.stopShowing(whyNot, true);
    else this.tell(() => this.onScreenshareStopped?.(whyNot));
  }

  async #begin(what: 'screen' | 'screen_http'): Promise<string | null> {
    if (what === 'screen' && !this.call?.pc) return 'This call carries no audio and video, so nothing can be shown';
    const stream = this.user_presentation_stream
      ?? (await navigator.mediaDevices.getDisplayMedia({ video: { frameRate: this.screenshare_fps } }));
    const track = stream.getVideoTracks()[0];
    if (!track) return 'There is no picture to show';
    this.stopShowing('Another screen is shown', false);
    const ending = new AbortController();
    this.#showing = { stream, ending };
    track.addEventListener('ended', () => this.stopShowing('Presentation ended', true), { signal: ending.signal });
    const floor = await this.about(null, 'take_floor');
    if (ending.signal.aborted) return null;
    if (floor.status === 'failed') return String(floor.result);
    if (what === 'screen' && !(await this.call?.slides(track, false))) return 'The server takes no presentation';
    if (ending.signal.aborted) return null;
    this.tell(() => this.onScreenshareConnected?.(stream));
    return what === 'screen' ? null : this.#upload(stream, ending.signal);
  }

  async #upload(stream: MediaStream, signal: AbortSignal): Promise<string | null> {
    const line = this.line;
    if (!line) return 'Not in a call';
    const reason = await sendPictures(stream, this.screenshare_fps, (formData) => line.ask('presentation', { formData }), signal);
    return signal.aborted ? null : reason;
  }

  /** A picture is there to be fetched. */
  protected hearPicture(id: string | undefined): void {
    this.#pictures.announced = true;
    this.#picture(id ?? '');
  }

  #picture(id: string): void {
    const line = this.line;
    // Whoever shows something sees it already, and pictures that nobody waits for are not worth their bytes.
    if (!line || this.#showing || !this.onPresentationReload) return;
    void this.#pictures.fetch(line, `presentation.jpeg${id && `?id=${encodeURIComponent(id)}`}`, (address) => this.tell(() => this.onPresentationReload?.(address)));
  }
}
