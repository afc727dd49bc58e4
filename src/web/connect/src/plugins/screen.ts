import { fromMarkup, wordsOf, type Note, type Screen, type Task } from '@plenum/ui-plugins';
import { pathOf } from '../joining/address';
import { toast, toastPlace, type Toast } from '../parts/toasts.svelte';
import { openSettings } from '../settings/opening.svelte';
import { language, t } from '../words/words.svelte';

const looks = {
  info: { icon: 'info' }, success: { icon: 'check', kind: 'positive' }, warning: { icon: 'warning', kind: 'warning' }, error: { icon: 'warning', kind: 'danger' },
} as const satisfies Record<Note['kind'], Partial<Toast>>;

/** What scripts on the server may do with the app's page. */
export function appScreen(): Screen {
  const tasks = new Map<string, ReturnType<typeof toastPlace>>();

  const task = ({ id, title, message, status, progress }: Task) => {
    const known = tasks.get(id);
    const place = known ?? toastPlace();
    const begins = known === undefined;
    if (status === 'running') tasks.set(id, place);
    else tasks.delete(id);
    const look = status === 'running' ? { progress: progress ?? ('unknown' as const), icon: 'clock' as const, stays: Infinity } : { ...looks[status], stays: status === 'error' ? Infinity : 6_000 };
    // A bar that moves is seen; aloud it would be one word after another.
    place.show({ title, text: message, ...look }, begins || status !== 'running');
  };

  return {
    get language() {
      return language();
    },
    show({ title, markup, kind, stays }) {
      const text = wordsOf(markup);
      return { close: toast({ title, text, ...(markup !== '' && { body: () => fromMarkup(markup, document, document.baseURI) }), ...looks[kind], stays }) };
    },
    task,
    open(address, newTab) {
      if (!newTab) return location.assign(address);
      if (opened(address)) return;
      // Browsers open windows for people, not for messages.
      toast({ text: t('plugins.openLink', { site: address.host || address.href }), icon: 'link', action: { label: t('plugins.open'), run: () => void opened(address) }, stays: 60_000 });
    },
    reload: (home) => (home ? location.assign(pathOf({ at: 'landing' })) : location.reload()),
    navigate(view, record, parameters) {
      if (view === 'settings') return openSettings(record || undefined);
      const to = new URL(pathOf(view === 'conference' ? { at: 'meeting', alias: record } : { at: 'landing' }), location.origin);
      for (const [name, value] of Object.entries(parameters)) to.searchParams.set(name, value);
      location.assign(to);
    },
    back: () => history.back(),
    download(address, name) {
      Object.assign(document.createElement('a'), { href: address.href, download: name, rel: 'noopener', target: address.origin === location.origin ? '' : '_blank' }).click();
    },
  };
}

/** Whoever is opened learns nothing of this page. */
function opened(address: URL): boolean {
  if (!/^https?:$/.test(address.protocol)) {
    // Another program takes it, and the page stays.
    location.assign(address);
    return true;
  }
  const page = window.open('about:blank', '_blank');
  if (!page) return false;
  page.opener = null;
  page.location.replace(address);
  return true;
}
