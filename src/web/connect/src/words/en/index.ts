import type { Translated } from '../shape';
import { inside } from './inside';
import { joining } from './joining';
import { panel } from './panel';
import { parts } from './parts';
import { plugins } from './plugins';
import { settings } from './settings';

/** English is the measure: other languages have exactly these keys. An area is one file; another area is one line here and in each language. */
export const en = { inside, joining, panel, parts, plugins, settings };

export type Words = { readonly [A in keyof typeof en]: Translated<(typeof en)[A]> };

/** `area.name`. */
export type Key = { [A in keyof typeof en]: `${A}.${keyof (typeof en)[A] & string}` }[keyof typeof en];
