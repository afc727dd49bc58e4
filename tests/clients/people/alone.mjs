import { rm } from 'node:fs/promises';
import { pathToFileURL } from 'node:url';
import { bundle } from '../bundle.mjs';

/** One client in this process, for tests that tell it what to do themselves: its wishes are the first argument, as a person's. */
const file = await bundle('./people/person.mjs', 'alone');
await import(pathToFileURL(file));
await rm(file);
