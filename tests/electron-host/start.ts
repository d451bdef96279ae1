// The stand-in for Electron: starts the app's own entry, as package.json names it, under plain Node.
import { readFileSync } from 'node:fs';
import { createRequire, registerHooks } from 'node:module';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { readSwitches } from './read-switches.ts';

const standIn = new URL('./stand-in.ts', import.meta.url).href;

// `import … from 'electron'` and `require('electron')` both lead to the stand-in; the shell is not changed for it.
registerHooks({
  resolve: (specifier, context, next) =>
    specifier === 'electron' ? { url: standIn, format: 'module', shortCircuit: true } : next(specifier, context),
});

const { appFolder, chromium } = readSwitches(process.argv.slice(2));
// Electron's own program is its first argument; there is no script in between.
process.argv = [process.argv[0] ?? 'electron', ...process.argv.slice(2)];

const { startHost } = await import('./host.ts');
const folder = resolve(appFolder);
// Electron names here the folder beside its program that holds the packed app.
Object.assign(process, { resourcesPath: folder });
const { main } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as { main: string };
const browser = startHost(folder, chromium);
createRequire(import.meta.url)('./record-calls.cjs');
await import(pathToFileURL(join(folder, main)).href);
const { address } = await browser;
// Whoever drives us may evaluate something from this line on, in the midst of whatever is under way here.
process.stderr.write(`DevTools listening on ${address}\n`);
