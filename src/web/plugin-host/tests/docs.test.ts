// @vitest-environment jsdom
import { readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import ts from 'typescript';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { clearStages, person, stage } from './stage';

interface Block {
  readonly page: string;
  readonly language: string;
  readonly file: string;
  readonly text: string;
}

const repository = resolve(import.meta.dirname, '../../../..');
const folder = resolve(repository, 'docs/plugins');
const blocks: readonly Block[] = readdirSync(folder).flatMap((page) =>
  [...readFileSync(resolve(folder, page), 'utf8').matchAll(/^```(\w+)(?: (\S+))?\n([\s\S]*?)^```/gm)].map(([, language = '', file = '', text = '']) => ({ page, language, file, text })),
);

describe('The pages about plugins', () => {
  afterEach(clearStages);

  it('have code that the types allow', () => {
    const files = new Map(
      blocks.filter(({ language }) => language === 'js' || language === 'ts')
        .map(({ page, language, text }, index) => [resolve(import.meta.dirname, `${page}.${index}.${language}`), `/// <reference path="${repository}/src/web/plugin-types/global.d.ts" />\n${text}${language === 'js' ? '\nexport {};\n' : ''}`]),
    );
    const options: ts.CompilerOptions = { allowJs: true, checkJs: true, noEmit: true, strict: true, noImplicitAny: false, strictNullChecks: false, target: ts.ScriptTarget.ES2022, module: ts.ModuleKind.ESNext, moduleResolution: ts.ModuleResolutionKind.Bundler, lib: ['lib.es2023.d.ts', 'lib.dom.d.ts'], types: [] };
    const host = ts.createCompilerHost(options);
    const { readFile, fileExists, getSourceFile } = host;
    host.fileExists = (name) => files.has(name) || fileExists.call(host, name);
    host.readFile = (name) => files.get(name) ?? readFile.call(host, name);
    host.getSourceFile = (name, target) => (files.has(name) ? ts.createSourceFile(name, files.get(name)!, target) : getSourceFile.call(host, name, target));
    const program = ts.createProgram([...files.keys()], options, host);
    expect(files.size).toBeGreaterThan(6);
    expect(ts.getPreEmitDiagnostics(program).map(({ file, messageText }) => `${file?.fileName}: ${ts.flattenDiagnosticMessageText(messageText, ' ')}`)).toEqual([]);
  }, 60_000);

  it('lead to a button in ten minutes', async () => {
    const files = Object.fromEntries(blocks.filter(({ page, file }) => page === 'tutorial.md' && file).map(({ file, text }) => [file, text]));
    const made = stage(files);
    await made.host.load();
    made.participants$.next([person('me'), person('a')]);
    const item = await made.item('2 people');
    expect(made.plugin('head-count')).toMatchObject({ state: 'loaded', problems: [] });
    await vi.waitFor(async () => expect((await made.item('2 people')).icon).toContain('<circle'));
    item.run();
    await vi.waitFor(() => expect(made.said).toEqual(['There are 2 of us']));
  });

  it('ask and mute', async () => {
    const ask = blocks.find(({ file }) => file === 'ask.js')!.text;
    const made = stage({
      'settings.json': '{"plugins": [{"id": "p", "srcURL": "p.json", "enabled": true}]}',
      'p.json': '{"id": "p", "srcURL": "p.js", "menuItems": {"toolbar": [{"label": "go", "action": "go"}]}}',
      'p.js': `PEX.pluginAPI.registerPlugin({ id: 'p', go: function () { ${ask} } });`,
    });
    await made.host.load();
    (await made.item('go')).run();
    await vi.waitFor(() => {
      document.getElementById('yes')?.click();
      expect(made.asked.map(({ path }) => path)).toContain('muteguests');
    });
    await vi.waitFor(() => expect(document.querySelector('[role=dialog]')).toBeNull());
  });
});
