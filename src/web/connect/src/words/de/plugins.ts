import type { Translated } from '../shape';
import type { plugins as en } from '../en/plugins';

export const plugins: Translated<typeof en> = {
  waiting: 'Lädt, wenn du beitrittst',
  notYet: 'Noch nicht geladen',
  loading: 'Lädt …',
  loaded: 'Läuft',
  disabled: 'Aus',
  failed: 'Fehlgeschlagen',
  notForRole: 'Nicht für deine Rolle',
  notForPlatform: 'Nicht für diese Plattform',
  use: '{name} verwenden',
  always: 'Deine Verwaltung lässt dieses Plugin eingeschaltet.',
  details: 'Einzelheiten',
  faults: { one: 'Es ist einmal fehlgeschlagen. Zuletzt:', other: 'Es ist {count}-mal fehlgeschlagen. Zuletzt:' },
  time: 'Verbrauchte Zeit: {total} ms, höchstens {longest} ms am Stück',
  rate: 'In den letzten {seconds} Sekunden: {time} von {most} ms; Anfragen in der letzten Sekunde: {requests} von {budget}',
  calls: 'Aufrufe:',
  holds: 'Hält:',
  leftOver: 'Bleibt, bis die Seite neu geladen wird:',
  kept: 'Es durfte {sites} nicht verwenden; etwas davon fehlt vielleicht. Deine Administration kann das erlauben.',
  mixed: 'Es wollte {sites} unverschlüsselt erreichen; Browser lehnen das hier ab. Sein Autor muss https verwenden.',
  stoodStill: 'Die Seite endete unerwartet, während Plugins liefen.',
  without: 'Ohne Plugins starten',
  withoutHint: 'Wenn etwas nicht stimmt: In diesem Browser läuft nichts von den Plugins, bis du dies ausschaltest.',
};
