/** What one check found. One JSON line each on stdout; the exit code tells whether any failed. */
export function ledger(write = line => process.stdout.write(`${line}\n`)) {
  let failures = 0;
  const record = outcome => {
    if (outcome.outcome === 'failed') failures += 1;
    write(JSON.stringify(outcome));
  };
  return {
    passed: (fn, name, more) => record({ name, function: fn, outcome: 'passed', detail: '', status: 0, ...more }),
    failed: (fn, name, detail, more) => record({ name, function: fn, outcome: 'failed', detail, status: 0, ...more }),
    skipped: (fn, name, detail, more) => record({ name, function: fn, outcome: 'skipped', detail, status: 0, ...more }),
    get failures() { return failures; },
  };
}
