// Starts Life OS: `npm start`, with `-- --web --port 4310 --data-dir DIR --no-open` to choose the door.
// The first lines run on whatever Node the person has, so the syntax here stays old on purpose.
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync } from 'node:fs';
import module from 'node:module';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const flags = process.argv.slice(2);

/** better-sqlite3 ends an older Node without a word, so the version is asked before anything is loaded. */
function isNewEnough(version) {
  const parts = version.split('.').map(Number);
  return parts[0] > 22 || (parts[0] === 22 && parts[1] >= 12);
}

function runAndFollow(command, args, env) {
  const child = spawn(command, args, { stdio: 'inherit', cwd: root, env: env || process.env });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  child.on('error', (error) => {
    console.error(`Life OS could not be started: ${error.message}`);
    process.exit(1);
  });
  child.on('exit', (code, signal) => process.exit(signal ? 1 : code));
}

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
    runAndFollow(electron, [root].concat(flags));
    return;
  }
  const cache = join(root, 'node_modules/.cache/compile');
  mkdirSync(cache, { recursive: true });
  module.enableCompileCache(cache);
  await import(pathToFileURL(join(root, 'out/main/web.js')).href);
}

if (isNewEnough(process.versions.node)) {
  start();
} else {
  const bundled = join(root, 'node_modules/.bin/node');
  if (existsSync(bundled) && !process.env.LIFE_OS_NODE_WAS_OLD) {
    const env = Object.assign({}, process.env, { LIFE_OS_NODE_WAS_OLD: '1' });
    runAndFollow(bundled, [fileURLToPath(import.meta.url)].concat(flags), env);
  } else {
    console.error(
      `Life OS needs Node.js 22.12 or newer, and this is ${process.versions.node}. ` +
        'Install the current version from nodejs.org, then run “npm start” again. Nothing was changed.',
    );
    process.exit(1);
  }
}
