import { mkdir } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const here = path => fileURLToPath(new URL(path, import.meta.url));

/** Neither package loads in Node by itself (directory imports, `module` only), so each driver is bundled first. */
export async function bundle(entry, name) {
  await mkdir(here('./out'), { recursive: true });
  const outfile = here(`./out/${name}-${process.pid}.mjs`);
  await build({
    entryPoints: [here(entry)], outfile, bundle: true, format: 'esm', platform: 'node',
    mainFields: ['module', 'main'], logLevel: 'warning',
  });
  return outfile;
}
