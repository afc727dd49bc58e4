import type { Area } from '../shape';

export const plugins = {
  waiting: 'Loads when you join',
  notYet: 'Not loaded yet',
  loading: 'Loading …',
  loaded: 'Running',
  disabled: 'Off',
  failed: 'Failed',
  notForRole: 'Not for your role',
  notForPlatform: 'Not for this platform',
  use: 'Use {name}',
  always: 'Your administrator keeps this plugin on.',
  details: 'Details',
  faults: { one: 'It failed once. The last time:', other: 'It failed {count} times. The last time:' },
  time: 'Time used: {total} ms, at most {longest} ms at a stretch',
  calls: 'Calls:',
  holds: 'Holds:',
  leftOver: 'Could not be taken back until the page is loaded again:',
  kept: 'It was not allowed to use {sites}, so something of it may be missing. Your administrator can allow that.',
  mixed: 'It wanted {sites} without encryption, which browsers refuse here. Its author has to use https.',
  without: 'Start without plugins',
  withoutHint: 'When something goes wrong: nothing of the plugins runs in this browser until you turn this off.',
} as const satisfies Area;
