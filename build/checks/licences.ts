import type { Check } from './check.ts';
import { type Lockfile, readLockfile } from './read-lockfile.ts';

/** Licences that may reach the person's computer: permissive, or copyleft by file (MPL) and by font (OFL). */
const mayShip = new Set([
  '0BSD',
  'Apache-2.0',
  'BlueOak-1.0.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'CC0-1.0',
  'ISC',
  'MIT',
  'MIT-0',
  'MPL-2.0',
  'OFL-1.1',
  'Python-2.0',
  'Unlicense',
]);

/** Licences that are fine for the tools we build with, which nobody receives from us. */
const mayBuild = new Set([...mayShip, 'CC-BY-4.0', 'WTFPL', 'Zlib']);

/** What the package's own README or LICENSE says, where its manifest points to a file, or names no exact licence or none. */
const saidInside: Readonly<Record<string, string>> = {
  '@modelcontextprotocol/server-everything': 'MIT',
  '@modelcontextprotocol/server-filesystem': 'MIT',
  '@modelcontextprotocol/server-memory': 'MIT',
  'png-js': 'MIT',
  'url-template': 'BSD-3-Clause',
};

export const licences: Check = {
  name: 'licences',
  async run() {
    const lockfile = readLockfile();
    const shipped = Object.values(lockfile.packages).filter((entry) => entry.dev !== true).length - 1;
    return {
      looked: `${Object.keys(lockfile.packages).length - 1} packages, ${shipped} of them at run time`,
      problems: findForeignLicences(lockfile),
    };
  },
};

export function findForeignLicences({ packages }: Lockfile): string[] {
  return Object.entries(packages)
    .filter(([path]) => path !== '')
    .filter(([path, entry]) => !isAllowed(licenceOf(path, entry.license), entry.dev === true ? mayBuild : mayShip))
    .map(([path, { license = 'no licence at all', dev = false }]) => {
      const role = dev ? 'a tool' : 'a part of the app';
      return `${path.replace(/^.*node_modules\//, '')}: ${license} is not a licence that ${role} may have`;
    });
}

const inexact = new Set(['', 'SEE LICENSE IN LICENSE', 'BSD']);

const licenceOf = (path: string, license = ''): string =>
  inexact.has(license) ? (saidInside[path.replace(/^.*node_modules\//, '')] ?? license) : license;

/** Reads an SPDX expression of the simple kind: alternatives of conjunctions, with or without brackets. */
function isAllowed(expression: string, allowed: ReadonlySet<string>): boolean {
  const bare = expression.replace(/[()]/g, '');
  return bare.split(' OR ').some((choice) => choice.split(' AND ').every((licence) => allowed.has(licence.trim())));
}
