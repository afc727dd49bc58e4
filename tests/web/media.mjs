// Opens media.html in a headless Chromium and prints what becomes of each of its scenes, as one line of JSON.
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const [, , bundle, server] = process.argv;
const profile = mkdtempSync(join(tmpdir(), 'plenum-chromium-'));
let chromium;

const pages = createServer((request, response) => {
  if (request.method === 'GET') {
    const script = request.url === '/pexrtc.js';
    response.setHeader('Content-Type', script ? 'text/javascript' : 'text/html');
    return response.end(readFileSync(script ? bundle : new URL('media.html', import.meta.url)));
  }
  let said = '';
  request.on('data', (piece) => { said += piece; });
  request.on('end', () => {
    response.end();
    if (request.url === '/end') leave(0);
    else console.log(said);
  });
});

function leave(code) {
  chromium.once('exit', () => {
    rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
    process.exit(code);
  });
  chromium.kill();
}

pages.listen(0, '127.0.0.1', () => {
  chromium = spawn('chromium', [
    '--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking',
    '--disable-component-update', '--disable-sync', '--disable-dev-shm-usage', '--use-fake-device-for-media-stream',
    '--disable-features=WebUIOmniboxPopup,WebUIOmniboxAimPopup', '--use-fake-ui-for-media-stream', '--autoplay-policy=no-user-gesture-required', `--user-data-dir=${profile}`,
    `http://127.0.0.1:${pages.address().port}/?server=${encodeURIComponent(server)}`,
  ], { stdio: 'ignore' });
  setTimeout(() => leave(1), 180_000);
});
