import type { Words } from '../en';
import { inside } from './inside';
import { joining } from './joining';
import { panel } from './panel';
import { parts } from './parts';
import { settings } from './settings';

export const de: Words = { inside, joining, panel, parts, settings };
