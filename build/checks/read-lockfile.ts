import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectFolder } from '../project-folder.ts';

export type Manifest = {
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly devDependencies?: Readonly<Record<string, string>>;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
};
export type LockedPackage = {
  readonly version?: string;
  readonly license?: string;
  readonly dev?: boolean;
  readonly resolved?: string;
  readonly integrity?: string;
};
export type Lockfile = { readonly packages: Readonly<Record<string, LockedPackage>> };

export const readManifest = (): Manifest => readJson('package.json');
export const readLockfile = (): Lockfile => readJson('package-lock.json');

function readJson(file: string) {
  return JSON.parse(readFileSync(join(projectFolder, file), 'utf8'));
}
