import type { Meeting } from '@plenum/meeting';
import { originOf, type PexRTC } from '@plenum/pexrtc';
import type { PluginHost } from '@plenum/plugin-host';
import { askingAt, createUiPlugins, type UiPlugins } from '@plenum/ui-plugins';
import { appScreen } from './screen';

/** The plugins that scripts on the server talk to, for as long as somebody is inside. */
export function backendOf(meeting: Meeting, host: PluginHost): UiPlugins {
  let without = false;
  let cut = false;
  const plugins = createUiPlugins({ ground: host.ground, screen: appScreen(), without: () => without });
  host.without$.subscribe((now) => {
    without = now;
    plugins.reconsider();
  });
  meeting.connection$.subscribe(({ state }) => {
    if (cut && state === 'connected') plugins.again();
    cut = state !== 'connected';
  });
  return plugins;
}

/** A stay begins, with the call as it is now. Scripts run after those of the other plugins, so that each is told by what it leaves in the page. */
export function beginStay(plugins: UiPlugins, call: PexRTC, others: Promise<void>): Promise<void> {
  call.onPlenum = ({ name, payload }) => {
    if (name === 'ui-message') plugins.hear(payload);
  };
  const origin = originOf(call.node, location);
  const base = `${origin}/api/client/v2/conferences/${encodeURIComponent(call.conference ?? '')}/plenum/`;
  return plugins.begin(askingAt({ base, headers: () => (call.token ? { token: call.token } : null) }), `${origin}/`, others);
}
