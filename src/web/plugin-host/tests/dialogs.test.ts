// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { branding, clearStages, stage, type Stage } from './stage';

let made: Stage;
const shared = globalThis as unknown as { open: (spec: object, second?: unknown) => void; ref: { close(): void; close$: { subscribe(told: () => void): void } } };
const dialogs = () => [...document.querySelectorAll<HTMLElement>('[role=dialog]')];
const press = (element: Element, key: string, more = {}) => element.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...more }));

describe('A dialog', () => {
  beforeEach(async () => {
    document.body.innerHTML = '<button id="before">x</button>';
    document.getElementById('before')!.focus();
    made = stage(branding({
      script: `PEX.pluginAPI.registerPlugin({ id: 'p', load: function () {
        window.open = function (spec, second) { PEX.pluginAPI.openTemplateDialog(spec, second).then(function (ref) { window.ref = ref; }); };
      } });`,
    }));
    await made.host.load();
  });
  afterEach(clearStages);

  it('is named by its title, holds the focus, and gives it back', () => {
    shared.open({ title: 'Hello <b>', body: '<input id="one"><input id="two" autofocus>' });
    const dialog = dialogs()[0]!;
    expect(document.getElementById(dialog.getAttribute('aria-labelledby')!)?.textContent).toBe('Hello <b>');
    expect(document.activeElement?.id).toBe('two');
    press(document.activeElement!, 'Tab');
    expect(document.activeElement).toBe(dialog.querySelector('.pex-dialog-close'));
    press(document.activeElement!, 'Tab', { shiftKey: true });
    expect(document.activeElement?.id).toBe('two');
    dialog.querySelector<HTMLElement>('.pex-dialog-close')!.click();
    expect(dialogs()).toEqual([]);
    expect(document.activeElement?.id).toBe('before');
  });

  it('closes by Escape and by the backdrop, the topmost first', () => {
    shared.open({ title: 'a' });
    shared.open({ title: 'b' });
    press(document.activeElement!, 'Escape');
    expect(dialogs().map((one) => one.textContent)).toEqual([expect.stringContaining('a')]);
    dialogs()[0]!.parentElement!.dispatchEvent(new MouseEvent('mousedown', { bubbles: true }));
    expect(dialogs()).toEqual([]);
  });

  it("that is 'static' stays when the backdrop is pressed", () => {
    shared.open({ title: 'a' }, 'static');
    dialogs()[0]!.parentElement!.dispatchEvent(new MouseEvent('mousedown', { bubbles: true }));
    expect(dialogs().length).toBe(1);
  });

  it('that must not be closed is closed by its plugin alone', async () => {
    shared.open({ title: 'a', isCloseDisabled: true });
    press(dialogs()[0]!, 'Escape');
    dialogs()[0]!.parentElement!.dispatchEvent(new MouseEvent('mousedown', { bubbles: true }));
    expect(dialogs()[0]?.querySelector('.pex-dialog-close')).toBeNull();
    const closed = vi.fn();
    await vi.waitFor(() => expect(shared.ref).toBeDefined());
    shared.ref.close();
    shared.ref.close();
    shared.ref.close$.subscribe(closed);
    expect(dialogs()).toEqual([]);
    await vi.waitFor(() => expect(closed).toHaveBeenCalledTimes(1));
  });

  it('never lets a form or a link in it take the page away', () => {
    shared.open({ body: '<form><button id="submit">x</button></form><a id="hash" href="#">x</a><a id="out" href="https://elsewhere.example/">x</a>' });
    const submit = new Event('submit', { bubbles: true, cancelable: true });
    document.querySelector('form')!.dispatchEvent(submit);
    expect(submit.defaultPrevented).toBe(true);
    const click = new MouseEvent('click', { bubbles: true, cancelable: true });
    document.getElementById('hash')!.dispatchEvent(click);
    expect(click.defaultPrevented).toBe(true);
    document.getElementById('out')!.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true }));
    expect(document.getElementById('out')!.getAttribute('target')).toBe('_blank');
  });

  it('waits its turn where a plugin opens many, and all of them come', () => {
    for (let number = 0; number < 12; number++) shared.open({ title: `number ${number}` });
    expect(dialogs().length).toBe(8);
    for (let number = 0; number < 4; number++) press(document.body, 'Escape');
    expect(dialogs().length).toBe(8);
    for (let number = 0; number < 8; number++) press(document.body, 'Escape');
    expect(dialogs()).toEqual([]);
    expect(document.activeElement?.id).toBe('before');
  });

  it('goes when its plugin is unloaded', async () => {
    shared.open({ title: 'a' });
    made.host.disable('p');
    await made.until((plugin) => plugin.state === 'disabled');
    expect(dialogs()).toEqual([]);
  });
});
