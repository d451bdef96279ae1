import { spawn } from 'node:child_process';
import { watch } from 'node:fs';
import { join } from 'node:path';
import { bundleWhenStale, sources } from './bundle-when-stale.mjs';

/** A save is often several changes at once; they are waited for. */
const SETTLE_MS = 300;

/** Keeps the app running on what the sources say now. What does not build leaves the last one running. */
export function watchAndRun(root, flags) {
  const ownFolder = flags.includes('--data-dir') ? [] : ['--data-dir', join(root, 'node_modules/.cache/dev-data')];
  let child = null;
  let timer;

  function run(extra) {
    child = spawn(process.execPath, ['build/start.mjs', '--web', ...ownFolder, ...flags, ...extra], {
      cwd: root,
      stdio: 'inherit',
    });
  }

  function stop() {
    if (child === null || child.exitCode !== null) return Promise.resolve();
    const ended = new Promise((resolve) => child.once('exit', resolve));
    child.kill('SIGTERM');
    return ended;
  }

  async function restart() {
    if (!bundleWhenStale(root)) return;
    await stop();
    // The page that is open reconnects by itself.
    run(flags.includes('--no-open') ? [] : ['--no-open']);
  }

  for (const folder of sources) {
    watch(join(root, folder), { recursive: true }, (_change, file) => {
      if (file === null || /\.test\.tsx?$|(^|\/)\./.test(file)) return;
      clearTimeout(timer);
      timer = setTimeout(restart, SETTLE_MS);
    });
  }
  for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => stop().then(() => process.exit(0)));
  run([]);
}
