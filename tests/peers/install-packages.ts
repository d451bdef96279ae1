// Debian packages that tests need as real servers.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

const INSTALL_MINUTES = 5;
const TIMES = 3;
/** In seconds, for whoever installs something else. */
const WAITS = 'DPkg::Lock::Timeout=120';

/**
 * Whether every program is there; installs its packages first where root may. Says loudly what is missing, so that
 * tests which then skip do not skip unseen.
 */
export function haveOrInstall(programs: readonly string[], packages: readonly string[]): boolean {
  const lacks = () => programs.filter((program) => !existsSync(program));
  if (lacks().length === 0) return true;
  if (process.platform === 'linux' && process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
    console.warn(`Installing ${packages.join(', ')} with apt-get …`);
    // Nothing of it is started as a service: each test runs its own.
    // Other test files may be installing theirs at the same time.
    for (let time = 1; time <= TIMES && lacks().length > 0; time += 1) {
      run('apt-get', ['update', '-qq']);
      run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', '-o', WAITS, ...packages]);
    }
  }
  const missing = lacks();
  if (missing.length > 0) {
    console.warn(
      `SKIPPED, because ${missing.join(', ')} is not here. Install ${packages.join(', ')} to run these tests.`,
    );
  }
  return missing.length === 0;
}

function run(command: string, args: readonly string[]): void {
  spawnSync(command, args, {
    stdio: ['ignore', 'ignore', 'inherit'],
    timeout: INSTALL_MINUTES * 60_000,
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  });
}
