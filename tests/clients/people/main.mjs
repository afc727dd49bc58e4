import { createInterface } from 'node:readline';
import { once } from 'node:events';
import { rm } from 'node:fs/promises';
import { spawn } from 'node:child_process';
import { bundle } from '../bundle.mjs';
import { people } from './people.mjs';
import { breakouts } from './scenarios/breakouts.mjs';
import { chat } from './scenarios/chat.mjs';
import { control } from './scenarios/control.mjs';
import { doors } from './scenarios/doors.mjs';
import { endurance } from './scenarios/endurance.mjs';
import { leaving } from './scenarios/leaving.mjs';
import { meeting } from './scenarios/meeting.mjs';
import { transfer } from './scenarios/transfer.mjs';

const areas = { meeting, doors, chat, control, transfer, breakouts, leaving, endurance };

/** Runs every scenario, each with people of its own in a conference of its own. */
export async function run({ server, outcomes, only, restart }) {
  const file = await bundle('./people/person.mjs', 'person');
  try {
    for (const [area, scenarios] of Object.entries(areas)) {
      for (const [name, scenario] of Object.entries(scenarios)) {
        if (only && !`${area} ${name}`.toLowerCase().includes(only.toLowerCase())) continue;
        await one({ server, outcomes, file, restart }, area, name, scenario);
      }
    }
  } finally {
    await rm(file, { force: true });
  }
}

async function one({ server, outcomes, file, restart }, area, name, scenario) {
  if (scenario.restarts && !restart) {
    outcomes.skipped(area, name, 'no --restart-command', { area });
    return;
  }
  const present = people(file, server.url);
  try {
    await scenario({ ...present, server, conference: server.conference, restart: () => restartServer(restart) });
    outcomes.passed(area, name, { area });
  } catch (problem) {
    outcomes.failed(area, name, `${problem.message}`.slice(0, 2500), { area });
  } finally {
    await present.end();
  }
}

/** `-` asks whoever started us: one line out, one line in. Anything else is a shell command. */
async function restartServer(command) {
  if (command === '-') {
    const lines = createInterface({ input: process.stdin });
    process.stdout.write('{"ask":"restart"}\n');
    await once(lines, 'line');
    lines.close();
    return;
  }
  const [code] = await once(spawn(command, { shell: true, stdio: ['ignore', 'ignore', 'inherit'] }), 'exit');
  if (code !== 0) throw new Error(`${command} ended with ${code}`);
}
