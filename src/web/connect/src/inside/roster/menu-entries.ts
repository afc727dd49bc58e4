import type { IconName } from '../../parts/drawings';
import type { MenuEntry } from '../../parts/menu';
import { isGrave, type Deed } from './deeds';
import type { PluginItem } from './plugin-items';

const icons: Readonly<Record<Deed, IconName>> = {
  admit: 'check',
  'turn-away': 'close',
  message: 'messages',
  mute: 'mic-off',
  unmute: 'mic',
  'mute-video': 'camera-off',
  'unmute-video': 'camera',
  'raise-hand': 'hand',
  'lower-hand': 'hand-down',
  spotlight: 'star',
  'end-spotlight': 'star',
  'make-host': 'person-add',
  'make-guest': 'person',
  rename: 'edit',
  'allow-presentation': 'eye',
  'deny-presentation': 'eye-off',
  'send-tones': 'grid',
  transfer: 'transfer',
  'hang-up': 'phone-down',
  disconnect: 'person-remove',
};

/** The menu of one person: what may be done, what plugins add, and what ends something last, apart. */
export function menuEntries(deeds: readonly Deed[], items: readonly PluginItem[], label: (deed: Deed) => string, run: (deed: Deed) => void): readonly MenuEntry[] {
  const entry = (deed: Deed): MenuEntry => ({ label: label(deed), icon: icons[deed], danger: isGrave(deed), run: () => run(deed) });
  const groups: readonly (readonly MenuEntry[])[] = [
    deeds.filter((deed) => !isGrave(deed)).map(entry),
    items.map(({ label: words, icon, run: act }) => ({ label: words, run: act, ...(icon !== null && { image: icon }) })),
    deeds.filter(isGrave).map(entry),
  ];
  return groups
    .filter((group) => group.length > 0)
    .flatMap((group, index): readonly MenuEntry[] => (index === 0 ? group : [{ kind: 'separator' }, ...group]));
}
