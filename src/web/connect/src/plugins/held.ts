import type { Menus, PluginHost } from '@plenum/plugin-host';
import { BehaviorSubject, of, switchMap, type Observable } from 'rxjs';

const host$ = new BehaviorSubject<PluginHost | null>(null);

/** The page's one plugin host, once it runs. */
export const pluginHost = (): PluginHost | null => host$.value;

export function hold(host: PluginHost): void {
  host$.next(host);
}

const none: Menus = { toolbar: [], conference: [], participant: () => [] };

/** What plugins add to the menus; nothing before there are any. */
export const pluginMenus$: Observable<Menus> = host$.pipe(switchMap((host) => host?.menus$ ?? of(none)));
