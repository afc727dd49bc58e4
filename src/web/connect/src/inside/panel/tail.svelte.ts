import type { Attachment } from 'svelte/attachments';

/** Keeps a growing list at its end as long as whoever reads it is there, and knows when they are not. */
export interface Tail {
  readonly atEnd: boolean;
  readonly attach: Attachment<HTMLElement>;
  toEnd(): void;
}

const near = 48;

export function createTail(): Tail {
  let element: HTMLElement | null = null;
  let atEnd = $state(true);
  const toEnd = (): void => {
    if (element) element.scrollTop = element.scrollHeight;
    atEnd = true;
  };
  return {
    get atEnd() {
      return atEnd;
    },
    toEnd,
    attach(list) {
      element = list;
      // What can be scrolled must be in reach of the keyboard.
      list.tabIndex = 0;
      const scrolled = (): void => {
        // A list that is not shown has no height and says nothing about where somebody reads.
        if (list.clientHeight > 0) atEnd = list.scrollHeight - list.scrollTop - list.clientHeight < near;
      };
      const follow = (): void => {
        if (atEnd) toEnd();
      };
      const size = new ResizeObserver(follow);
      const content = new MutationObserver(follow);
      size.observe(list);
      content.observe(list, { childList: true, subtree: true, characterData: true });
      list.addEventListener('scroll', scrolled, { passive: true });
      follow();
      return () => {
        size.disconnect();
        content.disconnect();
        list.removeEventListener('scroll', scrolled);
        element = null;
      };
    },
  };
}
