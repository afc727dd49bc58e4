// @vitest-environment jsdom
import { afterEach, describe, expect, it, vi } from 'vitest';
import { siteOf } from '../src/blocked';
import { integrityOf } from '../src/sources';
import { branding, clearStages, stage } from './stage';

function violate(about: { blockedURI: string; sourceFile?: string; effectiveDirective?: string; disposition?: string }): void {
  const event = new Event('securitypolicyviolation', { bubbles: true });
  document.dispatchEvent(Object.assign(event, { effectiveDirective: 'connect-src', disposition: 'enforce', sourceFile: '', ...about }));
}

describe('A plugin that the page keeps from a site', () => {
  afterEach(clearStages);

  const there = async () => {
    let source = '';
    const made = stage(branding({ script: "PEX.pluginAPI.registerPlugin({ id: 'p', load() {}, unload() {} });" }), {
      sources: (usual) => ({ ...usual, run: (url, claim) => ((source = url), usual.run(url, claim)) }),
    });
    await made.host.load();
    await made.until(({ state }) => state === 'loaded');
    return { made, source };
  };
  const told = (made: { asked: readonly { path: string; payload: unknown }[] }) => made.asked.filter(({ path }) => path === 'plenum/blocked-calls').map(({ payload }) => payload);

  it('is named by its script, to its user and to the server, once a minute with its count', async () => {
    const { made, source } = await there();
    for (let time = 0; time < 5; time++) violate({ blockedURI: 'https://api.example.org:8443/secret?key=1', sourceFile: source });
    expect((await made.until(({ keptFrom }) => keptFrom.length > 0)).keptFrom).toEqual([{ site: 'https://api.example.org:8443', by: 'policy' }]);
    expect(told(made)).toEqual([{ plugin: 'p', version: '1', directive: 'connect-src', blocked: 'https://api.example.org:8443', count: 1 }]);
    expect(made.plugin('p')).toMatchObject({ state: 'loaded', faults: 0 });
  });

  it('tells its user nothing where the policy only reports, and the server all the same', async () => {
    const { made, source } = await there();
    violate({ blockedURI: 'https://a.example/x', sourceFile: source, disposition: 'report' });
    await vi.waitFor(() => expect(told(made)).toHaveLength(1));
    expect(made.plugin('p').keptFrom).toEqual([]);
  });

  it('is not blamed for what another script asked for', async () => {
    const { made } = await there();
    violate({ blockedURI: 'https://a.example/', sourceFile: 'https://meet.example/webapp2/assets/app.js' });
    await vi.waitFor(() => expect(problemsOf(made).join()).toContain('https://a.example'));
    expect(made.plugin('p').keptFrom).toEqual([]);
    expect(told(made)).toEqual([]);
  });

  const problemsOf = (made: { host: { problems$: { subscribe(next: (problems: readonly { text: string }[]) => void): { unsubscribe(): void } } } }) => {
    let now: readonly { text: string }[] = [];
    made.host.problems$.subscribe((problems) => (now = problems)).unsubscribe();
    return now.map(({ text }) => text);
  };
});

describe('What is told of a blocked address', () => {
  it.each([
    ['https://a.example/path?token=1#x', 'https://a.example'], ['wss://a.example:81/x', 'wss://a.example:81'],
    ['inline', 'inline'], ['eval', 'eval'], ['data', 'data'], ['blob', 'blob'], ['data:image/png;base64,AAAA', 'data'], ['', 'inline'],
  ])('of %s is %s', (address, site) => expect(siteOf(address)).toBe(site));
});

describe('What a script must be', () => {
  const page = 'https://meet.example/webapp2/@0123/';
  const known = { 'plugins/p/a b.js': 'sha384-x' };
  it.each([
    ['custom_configuration/plugins/p/a%20b.js', 'sha384-x'], ['custom_configuration/plugins/p/a%20b.js?v=2', 'sha384-x'],
    ['custom_configuration/plugins/p/other.js', null], ['assets/app.js', null], ['custom_configuration/constructor', null],
  ])('is looked up by its path: %s', (address, wanted) => expect(integrityOf(page, known)(page + address)).toBe(wanted));
});
