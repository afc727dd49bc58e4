import { safeAddress } from './addresses';
import type { Note, Screen, Task } from './screen';

type Fields = Readonly<Record<string, unknown>>;

export const kinds: readonly Note['kind'][] = ['info', 'success', 'warning', 'error'];
const stages: readonly Task['status'][] = ['running', 'success', 'error'];
const usual = 8_000;

/** Does what messages to the page itself ask for. */
export interface BuiltIn {
  /** False for what nobody knows here. */
  act(message: Fields): Promise<boolean>;
}

/** `before` is awaited where the page goes away, so that nothing of what was said is lost. */
export function createBuiltIn(screen: Screen, base: () => string, before: () => Promise<void>): BuiltIn {
  const tasks = new Map<string, Task>();

  const update = (fields: Fields, begins: boolean) => {
    const id = text(fields['taskId']);
    const known = tasks.get(id) ?? { id, title: id, message: '', status: 'running', progress: null };
    const task: Task = {
      id,
      title: text(fields['taskTitle']) || known.title,
      message: 'taskMessage' in fields ? text(fields['taskMessage']) : begins ? '' : known.message,
      status: begins ? 'running' : (stages.find((stage) => stage === fields['taskStatus']) ?? known.status),
      progress: typeof fields['taskProgress'] === 'number' ? Math.min(1, Math.max(0, fields['taskProgress'] / 100)) : begins ? null : known.progress,
    };
    if (task.status === 'running') tasks.set(id, task);
    else tasks.delete(id);
    screen.task(task);
  };

  const acts: Readonly<Record<string, (fields: Fields) => unknown>> = {
    showMessage: (fields) =>
      screen.show({
        title: text(fields['title']), markup: text(fields['message']), kind: kinds.find((kind) => kind === fields['type']) ?? 'info',
        stays: fields['keepVisible'] === true ? Infinity : usual,
      }),
    async openExternalLink(fields) {
      const address = safeAddress(fields['url'], base());
      if (!address) return;
      const newTab = fields['newTab'] !== false;
      if (!newTab) await before();
      screen.open(address, newTab);
    },
    async reload(fields) {
      await before();
      screen.reload(fields['goToDefaultView'] === true);
    },
    async navigate(fields) {
      await before();
      const given = typeof fields['parameters'] === 'object' && fields['parameters'] !== null ? fields['parameters'] : {};
      screen.navigate(text(fields['view']), text(fields['recordId']), Object.fromEntries(Object.entries(given).map(([name, value]) => [name, text(value)])));
    },
    async historyBack() {
      await before();
      screen.back();
    },
    downloadFile(fields) {
      const address = safeAddress(fields['fileId'], base());
      if (address && /^https?:$/.test(address.protocol)) screen.download(address, text(fields['fileName']));
    },
    startTask: (fields) => update(fields, true),
    updateTask: (fields) => update(fields, false),
  };

  return {
    async act(message) {
      const name = text(message['name']);
      if (!Object.hasOwn(acts, name)) return false;
      await acts[name]?.(message);
      return true;
    },
  };
}

function text(value: unknown): string {
  return typeof value === 'string' ? value : typeof value === 'number' || typeof value === 'boolean' ? String(value) : '';
}
