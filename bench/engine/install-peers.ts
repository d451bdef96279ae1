import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { projectFolder } from '#build/project-folder.ts';
import type { NoFigure } from './contender.ts';

export const peersFolder = join(projectFolder, 'bench/peers');

const INSTALL_MINUTES = 10;
type Say = (line: string) => void;

/** Installs the peers' own packages unless they stand there as locked. Null when they do, else why not. */
export function installPeers(say: Say): NoFigure | null {
  const lockfile = join(peersFolder, 'package-lock.json');
  const installed = join(peersFolder, 'node_modules/.package-lock.json');
  if (existsSync(installed) && statSync(installed).mtimeMs >= statSync(lockfile).mtimeMs) return null;
  say('Installing the peers into bench/peers/node_modules …');
  const problem = run('npm', ['ci'], peersFolder);
  return problem === null ? null : { because: `“npm ci” in bench/peers did not work: ${problem}` };
}

/** The server that its package brings along for this kind of computer. */
export function findRestate(): string | NoFigure {
  const name = `restate-server-${process.platform}-${process.arch}`;
  const program = join(peersFolder, 'node_modules/@restatedev', name, 'bin/restate-server');
  return existsSync(program)
    ? program
    : { because: `Its package has no server for ${process.platform}-${process.arch}.` };
}

export function findOrInstallRedis(say: Say): string | NoFigure {
  const find = () =>
    (process.env.PATH ?? '')
      .split(delimiter)
      .map((folder) => join(folder, 'redis-server'))
      .find((program) => existsSync(program));
  return findOrInstall(find, 'redis-server', say);
}

/** The folder with PostgreSQL's programs, the newest where there are several. */
export function findOrInstallPostgres(say: Say): string | NoFigure {
  const versions = '/usr/lib/postgresql';
  const find = () =>
    (existsSync(versions) ? readdirSync(versions) : [])
      .toSorted((a, b) => Number(b) - Number(a))
      .map((version) => join(versions, version, 'bin'))
      .find((folder) => existsSync(join(folder, 'initdb')) && existsSync(join(folder, 'postgres')));
  return findOrInstall(find, 'postgresql', say);
}

/** From Debian's packages as root and nowhere else; a bench does not ask for anybody's password. */
function findOrInstall(find: () => string | undefined, debianPackage: string, say: Say): string | NoFigure {
  const found = find();
  if (found !== undefined) return found;
  const mayInstall = process.platform === 'linux' && process.getuid?.() === 0 && existsSync('/usr/bin/apt-get');
  if (!mayInstall) return { because: `There is no ${debianPackage} here, and this bench may not install it.` };
  say(`Installing the package ${debianPackage} with apt-get …`);
  const problem =
    run('apt-get', ['update', '-qq']) ??
    run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', debianPackage]);
  return find() ?? { because: `The package ${debianPackage} could not be installed: ${problem ?? 'it has no server'}` };
}

/** Null when it worked, else the end of what it printed. Run level 1 keeps Debian from starting a service of its own. */
function run(command: string, args: readonly string[], cwd = projectFolder): string | null {
  const { status, stderr, error } = spawnSync(command, args, {
    cwd,
    encoding: 'utf8',
    stdio: ['ignore', 'ignore', 'pipe'],
    timeout: INSTALL_MINUTES * 60_000,
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive', RUNLEVEL: '1' },
  });
  return status === 0 ? null : (error?.message ?? stderr.trim().slice(-300));
}
