import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';

const patience = 8000;

/** The people of one scenario: each a process of their own, all gone when the scenario is over. */
export function people(file, url) {
  const all = [];
  const person = async (name, options = {}) => {
    const someone = start(file, url, name, options);
    all.push(someone);
    await someone.sees('ready');
    return someone;
  };
  return {
    person,
    async join(name, conferenceAlias, more = {}, options) {
      const someone = await person(name, options);
      const answer = await someone.do('call', { conferenceAlias, ...more });
      if (answer?.status !== 200) throw new Error(`${name} could not join ${conferenceAlias}: ${JSON.stringify(answer)}`);
      await someone.sees('onParticipants', ({ id }) => id === 'main');
      return someone;
    },
    async end() { await Promise.all(all.map(someone => someone.end())); },
  };
}

function start(file, url, name, options) {
  const child = spawn(process.execPath, [file, JSON.stringify({ url, name, ...options })], { stdio: ['pipe', 'pipe', 'pipe'] });
  const seen = [];
  const waiting = new Map();
  const watchers = new Set();
  let lastId = 0;
  let complaints = '';
  child.stderr.on('data', chunk => { complaints = (complaints + chunk).slice(-2000); });
  const gone = new Promise(resolve => child.once('exit', resolve));
  createInterface({ input: child.stdout }).on('line', line => {
    const said = JSON.parse(line);
    if (said.signal) {
      seen.push(said);
      for (const watch of watchers) watch();
    } else {
      const { resolve, reject } = waiting.get(said.id);
      waiting.delete(said.id);
      if (said.problem) reject(new Error(`${name}: ${said.problem}`)); else resolve(said.result);
    }
  });

  const within = (ms, what, look) => new Promise((resolve, reject) => {
    const late = setTimeout(() => { done(); reject(new Error(`${name} ${what()} within ${ms} ms ${complaints}`)); }, ms);
    const done = () => { clearTimeout(late); watchers.delete(watch); };
    const watch = () => { const found = look(); if (found) { done(); resolve(found.payload ?? true); } };
    watchers.add(watch);
    watch();
  });
  const someone = {
    name, seen,
    do(method, argument) {
      const id = ++lastId;
      return new Promise((resolve, reject) => {
        waiting.set(id, { resolve, reject });
        child.stdin.write(`${JSON.stringify({ id, method, argument })}\n`);
      });
    },
    state: () => someone.do('state'),
    /** A signal, from the mark on, whose payload matches. Batched signals come as lists. */
    sees: (signal, matches = () => true, { from = 0, ms = patience } = {}) =>
      within(ms, () => `did not see ${signal}; saw ${seen.map(one => one.signal).join(' ')}`,
        () => seen.slice(from).find(one => one.signal === signal && matches(one.payload))),
    sawNothingOf: signal => !seen.some(one => one.signal === signal),
    mark: () => seen.length,
    /** Until what this client knows is so; looked at again after every signal. */
    async until(what, holds, ms = patience) {
      const deadline = Date.now() + ms;
      for (;;) {
        const mark = seen.length;
        const state = await someone.state();
        const found = await holds(state);
        if (found) return found;
        if (Date.now() > deadline) throw new Error(`${name}: not ${what} within ${ms} ms: ${JSON.stringify(state).slice(0, 1500)}`);
        await within(250, () => '', () => seen.length > mark).catch(() => {});
      }
    },
    async end() {
      child.stdin.end();
      await gone;
    },
  };
  return someone;
}
