import type { Screen } from '../screen';
import type { Notes } from './notes';

/** What scripts on the server may do with a page of another app: less than with ours, since it is not theirs to lead. */
export function bareScreen(notes: Notes, page: Window, navigate: (view: string, record: string, parameters: Readonly<Record<string, string>>) => void): Screen {
  return {
    get language() {
      return page.document.documentElement.lang || page.navigator.language;
    },
    show: (note) => notes.show(note),
    task: (task) => notes.task(task),
    open(address, newTab) {
      if (!newTab) return page.location.assign(address);
      const opened = page.open('about:blank', '_blank');
      if (opened) {
        opened.opener = null;
        return opened.location.replace(address);
      }
      // Browsers open windows for people, not for messages.
      const link = Object.assign(page.document.createElement('a'), { href: address.href, target: '_blank', rel: 'noopener noreferrer' });
      notes.show({ title: address.host || address.href, markup: '', kind: 'info', stays: 60_000 }, { label: 'Open', run: () => link.click() });
    },
    reload: () => page.location.reload(),
    navigate,
    back: () => page.history.back(),
    download(address, name) {
      Object.assign(page.document.createElement('a'), { href: address.href, download: name, rel: 'noopener', target: address.origin === page.location.origin ? '' : '_blank' }).click();
    },
  };
}
