import { rm } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { bundle } from './bundle.mjs';
import { ledger } from './outcome.mjs';
import { server } from './server.mjs';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    url: { type: 'string' },
    only: { type: 'string' },
    'restart-command': { type: 'string' },
  },
});
const drivers = { functions: './functions/main.mjs', people: './people/main.mjs' };
const driver = drivers[positionals[0]];
if (!driver || !values.url) {
  console.error('node check.mjs functions|people --url http://127.0.0.1:PORT [--only TEXT] [--restart-command COMMAND]');
  process.exit(2);
}

const outcomes = ledger();
const place = server(values.url.replace(/\/$/, ''), process.env.PLENUM_ADMIN_PASSWORD ?? '');
const file = positionals[0] === 'functions' ? await bundle(driver, 'functions') : undefined;
try {
  const { run } = await import(file ?? driver);
  await run({ server: place, outcomes, only: values.only, restart: values['restart-command'] });
} finally {
  if (file) await rm(file, { force: true });
}
process.exit(outcomes.failures === 0 ? 0 : 1);
