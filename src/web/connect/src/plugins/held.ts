import type { Menus, PluginHost } from '@plenum/plugin-host';
import type { UiPlugins } from '@plenum/ui-plugins';
import { BehaviorSubject, of, switchMap, type Observable } from 'rxjs';

const host$ = new BehaviorSubject<PluginHost | null>(null);

/** The page's one plugin host, once it runs. */
export const pluginHost = (): PluginHost | null => host$.value;

export function hold(host: PluginHost): void {
  host$.next(host);
}

const backend$ = new BehaviorSubject<UiPlugins | null>(null);

/** The plugins that scripts on the server talk to, once they run. */
export const backendPlugins = (): UiPlugins | null => backend$.value;

export function holdBackend(plugins: UiPlugins): void {
  backend$.next(plugins);
}

const none: Menus = { toolbar: [], conference: [], participant: () => [] };

/** What plugins add to the menus; nothing before there are any. */
export const pluginMenus$: Observable<Menus> = host$.pipe(switchMap((host) => host?.menus$ ?? of(none)));
