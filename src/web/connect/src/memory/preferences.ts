import { isLanguage, type Language } from '../words/languages';

export const themes = ['system', 'light', 'dark', 'contrast'] as const;
export type Theme = (typeof themes)[number];

export function isTheme(value: unknown): value is Theme {
  return themes.some((theme) => theme === value);
}

export const sounds = ['joined', 'chat', 'hand', 'waiting'] as const;
export type Sound = (typeof sounds)[number];

/** What somebody chose in this browser. Devices are `''` for the system's choice and `none` for none. */
export interface Preferences {
  readonly name: string;
  readonly theme: Theme;
  /** Null speaks what the browser prefers. */
  readonly language: Language | null;
  readonly microphone: string;
  readonly camera: string;
  readonly speaker: string;
  readonly microphoneMuted: boolean;
  readonly cameraOff: boolean;
  readonly sounds: Readonly<Record<Sound, boolean>>;
  /** 0 to 1. */
  readonly volume: number;
  readonly shortcuts: boolean;
}

export const longestName = 80;

export const untouched: Preferences = {
  name: '', theme: 'system', language: null, microphone: '', camera: '', speaker: '', microphoneMuted: false, cameraOff: false,
  sounds: { joined: true, chat: true, hand: true, waiting: true }, volume: 0.5, shortcuts: true,
};

/** Reads what was stored, perhaps by another version or by somebody's own hand: what does not fit is as if never touched. */
export function readPreferences(stored: unknown): Preferences {
  const was = record(stored);
  const text = (key: keyof Preferences): string => (typeof was[key] === 'string' ? was[key].slice(0, 500) : '');
  const flag = (of: Record<string, unknown>, key: string, otherwise: boolean): boolean => (typeof of[key] === 'boolean' ? of[key] : otherwise);
  const volume = was['volume'];
  const on = record(was['sounds']);
  return {
    name: text('name').slice(0, longestName),
    theme: themes.find((theme) => theme === was['theme']) ?? untouched.theme,
    language: isLanguage(text('language')) ? (text('language') as Language) : null,
    microphone: text('microphone'),
    camera: text('camera'),
    speaker: text('speaker'),
    microphoneMuted: flag(was, 'microphoneMuted', untouched.microphoneMuted),
    cameraOff: flag(was, 'cameraOff', untouched.cameraOff),
    sounds: { joined: flag(on, 'joined', true), chat: flag(on, 'chat', true), hand: flag(on, 'hand', true), waiting: flag(on, 'waiting', true) },
    volume: typeof volume === 'number' && volume >= 0 && volume <= 1 ? volume : untouched.volume,
    shortcuts: flag(was, 'shortcuts', untouched.shortcuts),
  };
}

function record(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
}
