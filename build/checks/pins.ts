import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { listProjectFiles } from '../list-project-files.ts';
import { projectFolder } from '../project-folder.ts';
import { runProgram } from '../run-program.ts';
import type { Check } from './check.ts';
import { type Lockfile, type Manifest, readLockfile, readManifest } from './read-lockfile.ts';

const groups = ['dependencies', 'devDependencies', 'optionalDependencies'] as const;

/** Every version is exact, the lockfile says the same, and no file names the registry they came from. */
export const pins: Check = {
  name: 'pins',
  async run() {
    const manifest = readManifest();
    const lockfile = readLockfile();
    const named = groups.reduce((sum, group) => sum + Object.keys(manifest[group] ?? {}).length, 0);
    const hosts = await findRegistryHosts();
    return {
      looked: `${named} pins, ${Object.keys(lockfile.packages).length - 1} locked packages`,
      problems: [...findLoosePins(manifest), ...findLockfileGaps(manifest, lockfile), ...(await findMentions(hosts))],
    };
  },
};

export function findLoosePins(manifest: Manifest): string[] {
  return groups.flatMap((group) =>
    Object.entries(manifest[group] ?? {})
      .filter(([, version]) => !/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(version))
      .map(([name, version]) => `package.json: ${group} has ${name} at “${version}”, which is not one exact version`),
  );
}

export function findLockfileGaps(manifest: Manifest, { packages }: Lockfile): string[] {
  const wanted = groups.flatMap((group) => Object.entries(manifest[group] ?? {}));
  const gaps = wanted
    .filter(([name, version]) => packages[`node_modules/${name}`]?.version !== version)
    .map(([name, version]) => {
      const locked = packages[`node_modules/${name}`]?.version ?? 'nothing';
      return `package-lock.json: ${name} is pinned at ${version}, and the lockfile has ${locked}`;
    });
  const addressed = Object.entries(packages).filter(([, entry]) => entry.resolved?.startsWith('http'));
  return [
    ...gaps,
    ...addressed.map(([path]) => `package-lock.json: ${path} carries the address it was downloaded from`),
  ];
}

/** The hosts of the registries that npm uses here; never written into the project. */
async function findRegistryHosts(): Promise<string[]> {
  const { output } = await runProgram('npm', ['config', 'get', 'registry']);
  const hosts = [...output.matchAll(/https?:\/\/([^/\s:]+)/g)].map((match) => match[1] ?? '');
  return hosts.filter((host) => host !== '' && host !== 'registry.npmjs.org');
}

async function findMentions(hosts: readonly string[]): Promise<string[]> {
  const isText = (file: string) => !/\.(png|ico|icns|woff2|wasm)$/.test(file);
  const token = /\/\/[^\s]*\/:_auth(Token)?\s*=/;
  return (await listProjectFiles()).filter(isText).flatMap((file) => {
    const text = readFileSync(join(projectFolder, file), 'utf8');
    const named = hosts.filter((host) => text.includes(host)).map(() => `${file}: names a package registry's host`);
    return token.test(text) ? [...named, `${file}: holds a registry's credentials`] : named;
  });
}
