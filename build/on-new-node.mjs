// Runs on whatever Node the person has, so the syntax here stays old on purpose.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('..', import.meta.url));

/** better-sqlite3 ends an older Node without a word, so the version is asked before anything is loaded. */
function isNewEnough(version) {
  const parts = version.split('.').map(Number);
  return parts[0] > 22 || (parts[0] === 22 && parts[1] >= 12);
}

/** Runs a program in our place: it has our streams and our signals, and we end as it does. */
export function runInOurPlace(command, args, env) {
  const child = spawn(command, args, { stdio: 'inherit', cwd: root, env: env || process.env });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  child.on('error', (error) => {
    console.error(`Life OS could not be started: ${error.message}`);
    process.exit(1);
  });
  child.on('exit', (code, signal) => process.exit(signal ? 1 : code));
}

/** Calls `work` on a Node that can carry it: this one, or the one that the project brings. `entry` is the file that was started. */
export function onNewNode(entry, command, work) {
  const bundled = join(root, 'node_modules/.bin/node');
  if (isNewEnough(process.versions.node)) {
    work();
  } else if (existsSync(bundled) && !process.env.LIFE_OS_NODE_WAS_OLD) {
    const env = Object.assign({}, process.env, { LIFE_OS_NODE_WAS_OLD: '1' });
    runInOurPlace(bundled, process.execArgv.concat(fileURLToPath(entry), process.argv.slice(2)), env);
  } else {
    console.error(
      `Life OS needs Node.js 22.12 or newer, and this is ${process.versions.node}. ` +
        `Install the current version from nodejs.org, then run “${command}” again. Nothing was changed.`,
    );
    process.exit(1);
  }
}
