export { safeAddress } from './addresses';
export { askingAt } from './asking';
export { createUiPlugins, type UiPlugins, type UiPluginsOptions } from './host';
export { fromMarkup, wordsOf } from './markup';
export type { Note, Screen, Task } from './screen';
export type { Ask } from './wire';
