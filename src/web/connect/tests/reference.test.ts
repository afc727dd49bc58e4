import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { drawings } from '../src/parts/drawings';

const text = (path: string): string => readFileSync(new URL(path, import.meta.url), 'utf8');
const chapter = (title: string): string => text('../../../../docs/plugins/reference.md').split(`## ${title}\n`)[1]?.split('\n## ')[0] ?? '';
const named = (words: string, pattern: RegExp): readonly string[] => [...new Set([...words.matchAll(pattern)].map(([, name]) => name ?? ''))].sort();

test('the reference for plugins names every symbol that there is, and no other', () => {
  const list = chapter('Symbols').split('\n\n').slice(1).join('\n');
  expect(named(list, /`([a-z-]+)`/g)).toEqual(Object.keys(drawings).sort());
});

test('the reference for plugins names every class of app.css, and no other', () => {
  expect(named(chapter('Classes'), /^\| `([a-z-]+)`/gm)).toEqual(named(text('../src/styles/app.css').replaceAll(/\/\*[^]*?\*\//g, ''), /\.([a-z][a-z-]+)(?=[^;{}]*\{)/g));
});
