import { t } from '../words/words.svelte';
import { addPage, type SettingsPage } from './pages.svelte';

const own: readonly SettingsPage[] = [
  { id: 'devices', label: () => t('settings.devices'), icon: 'mic', load: () => import('./Devices.svelte') },
  { id: 'appearance', label: () => t('settings.appearance'), icon: 'palette', load: () => import('./Appearance.svelte') },
  { id: 'sounds', label: () => t('settings.sounds'), icon: 'bell', load: () => import('./Sounds.svelte') },
  { id: 'shortcuts', label: () => t('settings.shortcuts'), icon: 'keyboard', load: () => import('./Shortcuts.svelte') },
];

/** The pages that are always there; whoever runs plugins adds one. */
export function addOwnPages(): void {
  own.forEach(addPage);
}
