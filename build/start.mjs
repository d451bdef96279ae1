// Starts Life OS: `npm start`, with `-- --web --port 4310 --data-dir DIR --no-open` to choose the door.
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

async function start() {
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
