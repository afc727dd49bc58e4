import type { Words } from '../en';
import { inside } from './inside';
import { joining } from './joining';
import { panel } from './panel';
import { parts } from './parts';
import { plugins } from './plugins';
import { settings } from './settings';

export const de: Words = { inside, joining, panel, parts, plugins, settings };
