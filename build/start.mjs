// Starts Life OS: `npm start`, with `-- --web --port 4310 --data-dir DIR --no-open` to choose the door,
// or `-- --mcp` for another program that speaks to a running one.
// The first lines run on whatever Node the person has, so the syntax here stays old on purpose.
import { existsSync, mkdirSync } from 'node:fs';
import module from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { onNewNode, root, runInOurPlace } from './on-new-node.mjs';

const flags = process.argv.slice(2);

function findElectron() {
  if (flags.includes('--web')) return null;
  const chosen = process.env.ELECTRON_OVERRIDE_DIST_PATH;
  const folder = chosen || join(root, 'node_modules/electron/dist');
  const names = { darwin: 'Electron.app/Contents/MacOS/Electron', win32: 'electron.exe' };
  const program = join(folder, names[process.platform] || 'electron');
  const hasScreen = process.platform !== 'linux' || process.env.DISPLAY || process.env.WAYLAND_DISPLAY;
  return existsSync(program) && (chosen || hasScreen) ? program : null;
}

/** What it writes is read by the program that started it, so nothing is built here and nothing else is said. */
async function startForProgram() {
  const entry = join(root, 'out/main/mcp.js');
  if (!existsSync(entry)) {
    console.error('Life OS has not been built yet. Start it once with “npm start”.');
    process.exit(1);
  }
  await import(pathToFileURL(entry).href);
}

async function start() {
  if (flags.includes('--mcp')) return startForProgram();
  const bundle = await import('./bundle-when-stale.mjs');
  if (!bundle.bundleWhenStale(root)) process.exit(1);

  const electron = findElectron();
  if (electron) {
    runInOurPlace(electron, [root].concat(flags));
    return;
  }
  const cache = join(root, 'node_modules/.cache/compile');
  mkdirSync(cache, { recursive: true });
  module.enableCompileCache(cache);
  await import(pathToFileURL(join(root, 'out/main/web.js')).href);
}

onNewNode(import.meta.url, 'npm start', start);
