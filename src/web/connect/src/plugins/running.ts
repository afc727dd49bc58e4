import { createMeeting, type Meeting } from '@plenum/meeting';
import { PexRTC } from '@plenum/pexrtc';
import type { PluginHost } from '@plenum/plugin-host';
import type { UiPlugins } from '@plenum/ui-plugins';
import { conferenceQueryParams } from '../joining/routing.svelte';
import { start } from '../memory/start';
import { toast } from '../parts/toasts.svelte';
import { addPage } from '../settings/pages.svelte';
import { t } from '../words/words.svelte';
import { hold, holdBackend } from './held';
import { platformOf } from './platform';

declare global {
  interface Window {
    PexRTC: typeof PexRTC;
  }
}

/** The host has one as long for its files; fetching the host itself must not add to it. */
const patience = 4000;

/** A meeting that loads the branding's plugins when it is joined and unloads them when it is left. */
export function meetingWithPlugins(): Meeting {
  // Plugins make second calls of their own with the global constructor.
  window.PexRTC = PexRTC;
  let host: Promise<Running> | null = null;
  // What could not be fetched is fetched anew when it is wanted next.
  const open = () =>
    (host ??= begin(meeting).catch((fault: unknown) => {
      host = null;
      throw fault;
    }));
  const meeting = createMeeting({
    // A meeting whose plugins cannot be had is a meeting all the same.
    prepare: () => Promise.race([open().then((running) => running.load(), () => undefined), new Promise<void>((over) => setTimeout(over, patience))]),
    dismiss: () => void host?.then((running) => running.unload(), () => undefined),
  });
  addPage({ id: 'plugins', label: () => t('settings.plugins'), icon: 'plugin', load: async () => (await open(), import('./PluginsPage.svelte')) });
  // Fetched beside joining, so that nobody waits for it; the landing page needs none of it.
  meeting.state$.subscribe(({ at }) => at === 'entering' && void open().catch(() => undefined));
  return meeting;
}

interface Running {
  load(): Promise<void>;
  unload(): void;
}

async function begin(meeting: Meeting): Promise<Running> {
  const [{ createPluginHost }, { backendOf, beginStay }] = await Promise.all([import('@plenum/plugin-host'), import('./backend')]);
  const host: PluginHost = createPluginHost({
    backends: (name) => backend.backend(name),
    meeting,
    base: document.baseURI,
    integrity: start().integrity,
    queryParams: conferenceQueryParams,
    memory: localStorage,
    platform: platformOf(conferenceQueryParams()['platform'], navigator.userAgent),
    invite: (conference) => void window.open(`/webapp2/invitation/${encodeURIComponent(conference)}?language=${document.documentElement.lang}`, '_blank', 'noopener'),
    closeText: t('parts.close'),
  });
  const backend: UiPlugins = backendOf(meeting, host);
  await host.look();
  hold(host);
  holdBackend(backend);
  if (host.stoodStill) toast({ text: t('plugins.stoodStill'), icon: 'warning', kind: 'warning', action: { label: t('plugins.without'), run: () => host.startWithout() }, stays: 60_000 });
  return {
    load() {
      const loaded = host.load();
      // Nobody waits for it: plugins of the branding come with the connect, these when they come.
      if (meeting.pexrtc) void beginStay(backend, meeting.pexrtc, loaded);
      return loaded;
    },
    unload() {
      backend.end();
      host.unload();
    },
  };
}
