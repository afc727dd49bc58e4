// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { stayHere } from '../src/dialogs/navigation';
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

  it('leaves the page alone when a script submits a form in it, and lets a frame be filled', () => {
    const sent = vi.fn();
    Object.defineProperty(Object.getPrototypeOf(document.createElement('form')), 'submit', { value: sent, writable: true, configurable: true });
    // Another document, since each is looked at once.
    const page = document.implementation.createHTMLDocument();
    Object.defineProperty(page, 'defaultView', { value: window });
    const content = page.body.appendChild(page.createElement('div'));
    stayHere(content);
    content.innerHTML = '<form id="away" action="/x"></form><form id="frame" target="hidden"></form>';
    const outside = document.body.appendChild(document.createElement('form'));
    content.querySelector<HTMLFormElement>('#away')!.submit();
    expect(sent).not.toHaveBeenCalled();
    content.querySelector<HTMLFormElement>('#frame')!.submit();
    outside.submit();
    expect(sent).toHaveBeenCalledTimes(2);
  });

  describe('while a modal of the app is open', () => {
    beforeEach(() => {
      // What jsdom lacks of dialogs.
      Object.assign(HTMLDialogElement.prototype, {
        showModal(this: HTMLDialogElement) { this.setAttribute('open', ''); },
        close(this: HTMLDialogElement) { this.removeAttribute('open'); },
      });
      document.body.insertAdjacentHTML('beforeend', '<dialog id="settings"><button id="inside">x</button></dialog>');
    });
    const settings = () => document.querySelector<HTMLDialogElement>('#settings')!;

    it('lies in a modal of its own above it, which goes with it, and Escape closes it first', () => {
      settings().showModal();
      document.getElementById('inside')!.focus();
      shared.open({ title: 'a', body: '<input id="one">' });
      const layer = dialogs()[0]!.closest('dialog')!;
      expect([layer.open, layer.contains(settings()), settings().contains(layer)]).toEqual([true, false, false]);
      expect(document.activeElement?.id).toBe('one');
      press(document.activeElement!, 'Escape');
      expect([dialogs().length, layer.isConnected, settings().open, document.activeElement?.id]).toEqual([0, false, true, 'inside']);
    });

    it('that came later leaves Escape to that', () => {
      shared.open({ title: 'a' });
      settings().showModal();
      document.getElementById('inside')!.focus();
      press(document.activeElement!, 'Escape');
      expect(dialogs().length).toBe(1);
    });
  });
});
