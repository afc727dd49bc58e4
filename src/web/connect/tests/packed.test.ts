import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { packed } from '../build/packed.ts';

let folder: string;

beforeEach(async () => (folder = await mkdtemp(join(tmpdir(), 'packed-'))));
afterEach(() => rm(folder, { recursive: true }));

async function pack(): Promise<void> {
  const hook = packed(folder).closeBundle;
  if (typeof hook !== 'function') throw new Error('the plug-in packs when the bundle is closed');
  await Reflect.apply(hook, undefined, []);
}

test('a file that is worth it is there in both packed forms, each giving back the same text', async () => {
  const text = 'export const words = "again and again";\n'.repeat(50);
  await writeFile(join(folder, 'words.js'), text);
  await pack();
  expect(brotliDecompressSync(await readFile(join(folder, 'words.js.br'))).toString()).toBe(text);
  expect(gunzipSync(await readFile(join(folder, 'words.js.gz'))).toString()).toBe(text);
});

test('small files and pictures are left as they are', async () => {
  await writeFile(join(folder, 'small.js'), 'x');
  await writeFile(join(folder, 'picture.png'), Buffer.alloc(4096));
  await pack();
  expect((await readdir(folder)).sort()).toEqual(['picture.png', 'small.js']);
});
