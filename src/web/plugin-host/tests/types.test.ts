import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { BehaviorSubject } from 'rxjs';
import { expect, it } from 'vitest';
import { actionTypes } from '@plenum/meeting';
import { PluginStream } from '../src/streams/plugin-stream';

const types = (file: string) => readFileSync(resolve(import.meta.dirname, '../../plugin-types', file), 'utf8');

it('Each method of a stream is in the types', () => {
  const declared = new Set([...types('streams.d.ts').matchAll(/^  (\w+)[<(]/gm)].map(([, name]) => name));
  const old = ['raceWith', 'lift', 'constructor'];
  const missing = Object.getOwnPropertyNames(PluginStream.prototype).filter((name) => /^\w+$/.test(name) && !declared.has(name) && !old.includes(name));
  expect(missing).toEqual([]);
});

it('Each method in the types is one of a stream', () => {
  const stream = PluginStream.of(new BehaviorSubject(1), () => null, 'test') as unknown as Record<string, unknown>;
  const body = /export interface Stream<T> \{[\s\S]*?\n\}/.exec(types('streams.d.ts'))?.[0] ?? '';
  const names = [...body.matchAll(/^  (\w+)[<(]/gm)].map(([, name]) => name!);
  expect(names.length).toBeGreaterThan(80);
  expect(names.filter((name) => typeof stream[name] !== 'function')).toEqual([]);
});

it('Each action that there is has its name and its payload in the types', () => {
  const text = types('actions.d.ts');
  for (const [name, type] of Object.entries(actionTypes)) {
    expect(text).toContain(`readonly ${name}: '${type}';`);
    expect(text).toContain(`readonly '${type}': `);
  }
});
