// @vitest-environment jsdom
import { describe, expect, it } from 'vitest';
import { safeAddress } from '../src/addresses';
import { createBuiltIn } from '../src/built-in';
import { fromMarkup, wordsOf } from '../src/markup';
import type { Screen } from '../src/screen';

const base = 'https://meet.example/';

function made() {
  const done: unknown[] = [];
  const note = (what: string) => (...given: unknown[]) => void done.push([what, ...given.map((one) => (one instanceof URL ? one.href : one))]);
  const screen: Screen = { language: 'en', show: (shown) => (note('show')(shown), { close: () => undefined }), task: note('task'), open: note('open'), reload: note('reload'), navigate: note('navigate'), back: note('back'), download: note('download') };
  return { act: createBuiltIn(screen, () => base, () => (done.push('before'), Promise.resolve())).act, done };
}

describe('Messages to the page itself', () => {
  it('show, lead and load', async () => {
    const { act, done } = made();
    await act({ name: 'showMessage', title: 'T', message: '<b>M</b>', type: 'warning', keepVisible: true });
    await act({ name: 'openExternalLink', url: 'https://example.org/a' });
    await act({ name: 'openExternalLink', url: '/webapp2/home', newTab: false });
    await act({ name: 'downloadFile', fileId: '/docs/x.pdf', fileName: 'x.pdf' });
    await act({ name: 'navigate', view: 'conference', recordId: 'meet.open', parameters: { a: 1 } });
    await act({ name: 'historyBack' });
    await act({ name: 'reload' });
    expect(done).toEqual([
      ['show', { title: 'T', markup: '<b>M</b>', kind: 'warning', stays: Infinity }],
      ['open', 'https://example.org/a', true], 'before', ['open', 'https://meet.example/webapp2/home', false],
      ['download', 'https://meet.example/docs/x.pdf', 'x.pdf'], 'before', ['navigate', 'conference', 'meet.open', { a: '1' }], 'before', ['back'], 'before', ['reload', false],
    ]);
  });

  it('go on with what goes on', async () => {
    const { act, done } = made();
    await act({ name: 'startTask', taskId: '1', taskTitle: 'Import' });
    await act({ name: 'updateTask', taskId: '1', taskMessage: 'half', taskProgress: 50 });
    await act({ name: 'updateTask', taskId: '1', taskStatus: 'success' });
    expect(done).toEqual([
      ['task', { id: '1', title: 'Import', message: '', status: 'running', progress: null }],
      ['task', { id: '1', title: 'Import', message: 'half', status: 'running', progress: 0.5 }],
      ['task', { id: '1', title: 'Import', message: 'half', status: 'success', progress: 0.5 }],
    ]);
  });

  it('are refused where nobody knows them', async () => {
    const { act, done } = made();
    for (const name of ['addBackgroundJob', 'constructor', '__proto__', '', undefined]) expect(await act({ name })).toBe(false);
    expect(done).toEqual([]);
  });

  it.each(['javascript:alert(1)', ' javascript:alert(1)', 'JaVaScRiPt:alert(1)', 'java\nscript:alert(1)', 'data:text/html,x', 'vbscript:x', 'blob:https://x/1', 'file:///etc/passwd', 'https://ada:pass@example.org/', 'about:blank', 'x'.repeat(3000), 5, null])(
    'lead nowhere by %s', async (url) => {
      const { act, done } = made();
      await act({ name: 'openExternalLink', url });
      await act({ name: 'downloadFile', fileId: url });
      expect(done).toEqual([]);
      expect(safeAddress(url, base)).toBeNull();
    });
});

describe('Text with some tags', () => {
  it.each([
    ['<b>bold</b> &amp; <i>slanted</i><br>next', '<b>bold</b> &amp; <i>slanted</i><br>next'],
    ['<p onclick="x()" style="position:fixed">a</p>', '<p>a</p>'],
    ['<script>alert(1)</script>left', 'left'],
    ['<img src=x onerror=alert(1)>after', 'after'],
    ['<a href="javascript:alert(1)">link</a>', 'link'],
    ['<a href="https://example.org/" onclick="x()">link</a>', '<a href="https://example.org/" target="_blank" rel="noopener noreferrer">link</a>'],
    ['<svg><script>alert(1)</script><text>x</text></svg>after', 'after'],
    ['<iframe src="https://example.org"></iframe><form><input value="x">text</form>', 'text'],
    ['<table><tr><td>cell</td></tr></table>', 'cell'],
    ['1 < 2', '1 &lt; 2'],
  ])('%s', (markup, expected) => {
    const place = document.createElement('div');
    place.append(fromMarkup(markup, document, base));
    expect(place.innerHTML).toBe(expected);
  });

  it('is said aloud as words', () => expect(wordsOf('<b>One</b><br>two<ul><li>three</li><li>four</li></ul>')).toBe('One two three four'));
});
