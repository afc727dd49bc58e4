// @vitest-environment jsdom
import { afterEach, describe, expect, it, vi } from 'vitest';
import { branding, clearStages, stage } from './stage';

describe('What a plugin asks of calls themselves', () => {
  afterEach(clearStages);
  afterEach(() => void Reflect.deleteProperty(window, 'PexRTC'));

  it('is put down to it also after it waited; what the app asks is not', async () => {
    const asked: (string | undefined)[] = [];
    class PexRTC {
      static causeOfNow: (() => string | undefined) | null = null;
      lock = () => void asked.push(PexRTC.causeOfNow?.());
    }
    Object.assign(window, { PexRTC });
    const made = stage(branding({ script: `PEX.pluginAPI.registerPlugin({ id: 'p', load: async function () {
      await new Promise(function (soon) { setTimeout(soon, 5); });
      new PexRTC().lock();
    } });` }));
    await made.host.load();
    await vi.waitFor(() => expect(asked).toEqual(['plugin/p']));
    new PexRTC().lock();
    expect(asked).toEqual(['plugin/p', undefined]);
    made.host.stop();
    expect(PexRTC.causeOfNow).toBeNull();
  });
});
