import type { MeetingState } from '@plenum/meeting';

/** The pages of the side panel, and the dialogs that open over the meeting. */
export type Page = 'people' | 'chat' | 'events';
export type Dialog = 'invite' | 'dial' | 'breakouts' | 'layouts' | 'statistics' | 'shortcuts' | 'export' | 'end';

/** What is open around the stage: one page of the side panel, one dialog. */
export class Desk {
  page: Page | null = $state(null);
  dialog: Dialog | null = $state(null);
  #last: Page = 'people';

  /** Whoever goes to another room finds the page there that was open; whoever leaves finds nothing open. */
  follow(at: MeetingState['at']): void {
    if (at !== 'inside') this.dialog = null;
    if (at === 'left' || at === 'refused' || at === 'idle') this.page = null;
  }

  show(page: Page): void {
    this.page = this.#last = page;
  }

  /** Shows a page, or puts it away when it is the one that is shown. */
  turnTo(page: Page): void {
    if (this.page === page) this.page = null;
    else this.show(page);
  }

  /** The side bar with what was in it before. */
  toggle(): void {
    this.page = this.page === null ? this.#last : null;
  }
}
