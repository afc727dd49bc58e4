import * as api from '@pexip/infinity-api';
import { meeting } from './meeting.mjs';
import { breakout } from './scenarios/breakout.mjs';
import { roomCopies } from './scenarios/room-copies.mjs';
import { callFunctions } from './scenarios/call.mjs';
import { conference } from './scenarios/conference.mjs';
import { participant } from './scenarios/participant.mjs';
import { token } from './scenarios/token.mjs';
import { tools } from './scenarios/tools.mjs';

const areas = { token, conference, participant, call: callFunctions, breakout: { ...breakout, ...roomCopies }, tools };

/** Runs every function that the package exports; one without a scenario is a failure. */
export async function run({ server, outcomes, only }) {
  const scenarios = Object.fromEntries(Object.entries(areas)
    .flatMap(([area, functions]) => Object.entries(functions).map(([fn, cases]) => [fn, { area, cases }])));
  const exported = Object.keys(api);
  for (const fn of [...Object.keys(scenarios).filter(fn => exported.includes(fn)), ...exported.filter(fn => !scenarios[fn])]) {
    if (only && !fn.toLowerCase().includes(only.toLowerCase())) continue;
    const scenario = scenarios[fn];
    if (!scenario) outcomes.failed(fn, 'is checked', `${fn} is exported (${typeof api[fn]}) and has no scenario`, { area: 'unknown' });
    else await runAll(server, outcomes, fn, scenario);
  }
  for (const fn of Object.keys(scenarios)) {
    if (!exported.includes(fn)) outcomes.failed(fn, 'is exported', `${fn} has a scenario and is not exported`, { area: scenarios[fn].area });
  }
}

async function runAll(server, outcomes, fn, { area, cases }) {
  const alias = area === 'tools' ? undefined : await server.conference().catch(problem => problem);
  for (const one of cases) {
    let arranged;
    let answer;
    try {
      if (alias instanceof Error) throw alias;
      if (one.check) {
        const problem = await one.check({ server, alias });
        report(outcomes, fn, one, problem, { area });
        continue;
      }
      arranged = await meeting(server, alias, one.given);
      answer = await one.act(arranged, fn);
      const problem = one.expected(answer) ?? await one.effect?.(arranged, answer);
      report(outcomes, fn, one, problem, { area, status: answer.status });
    } catch (problem) {
      outcomes.failed(fn, one.name, `${problem.message ?? problem}`, { area, status: answer?.status ?? 0 });
    } finally {
      await arranged?.end().catch(() => {});
    }
  }
}

function report(outcomes, fn, { name }, problem, more) {
  if (problem === undefined) outcomes.passed(fn, name, more);
  else outcomes.failed(fn, name, problem, more);
}
