import { expect, test } from 'vitest';
import { platformOf } from '../src/plugins/platform';

const agents = {
  chrome: 'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36',
  desktop: 'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) App/1 Chrome/140.0.0.0 Electron/38.0.0 Safari/537.36',
  iphoneApp: 'Mozilla/5.0 (iPhone; CPU iPhone OS 18_6 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Mobile/15E148',
  iphone: 'Mozilla/5.0 (iPhone; CPU iPhone OS 18_6 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.6 Mobile/15E148 Safari/604.1',
  androidApp: 'Mozilla/5.0 (Linux; Android 15; Pixel 9 Build/X; wv) AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0 Chrome/140.0.0.0 Mobile Safari/537.36',
  android: 'Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Mobile Safari/537.36',
};

test.each([
  ['electron', undefined, agents.desktop], ['ios', undefined, agents.iphoneApp], ['android', undefined, agents.androidApp],
  ['web', undefined, agents.chrome], ['web', undefined, agents.iphone], ['web', undefined, agents.android],
  ['ios', 'iOS', agents.chrome], ['electron', 'ELECTRON', agents.android], ['web', 'web', agents.desktop], ['web', 'toaster', agents.desktop],
])('The platform is %s where the address says %s and the browser is %s', (platform, named, agent) => expect(platformOf(named, agent)).toBe(platform));
