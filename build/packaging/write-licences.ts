import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { NOTE } from './note-bundled-packages.ts';

/** Packages that are packed as they are, beside the bundle. */
const packedWhole = [
  'better-sqlite3',
  'sqlite-vec',
  '@napi-rs/keyring',
  '@cedar-policy/cedar-wasm',
  '@expo-google-fonts/inter',
];
const bundles = ['main', 'renderer'];

export const LICENCES = 'out/licences.txt';

type Manifest = {
  readonly name: string;
  readonly version: string;
  readonly license?: string;
  readonly author?: string | { readonly name?: string };
  readonly repository?: string | { readonly url?: string };
};

/** Writes down whose work is in the app, under which licence, in the words of its makers. Answers with how many. */
export function writeLicences(project: string): number {
  const folders = new Set([
    ...bundledIn(project),
    ...styledBy(project),
    ...packedWhole.map((name) => `node_modules/${name}`),
  ]);
  const parts = [...folders].sort().map((folder) => partFor(join(project, folder)));
  const head = `Life OS is made with the work of many others. These ${parts.length} packages are in it; Electron and Chromium come with lists of their own.\n`;
  writeFileSync(join(project, LICENCES), [head, ...parts].join(`\n${'-'.repeat(78)}\n\n`));
  return parts.length;
}

const bundledIn = (project: string): string[] =>
  bundles.flatMap((bundle) => JSON.parse(readFileSync(join(project, 'out', bundle, NOTE), 'utf8')) as string[]);

/** Colours and fonts come by way of the style sheet, where a bundler sees no package. */
function styledBy(project: string): string[] {
  const tokens = readFileSync(join(project, 'src-renderer/design/tokens.css'), 'utf8');
  return [...tokens.matchAll(/@import "(@[^/]+\/[^/]+)/g)].map(([, name]) => `node_modules/${name}`);
}

function partFor(folder: string): string {
  const { name, version, license, author, repository } = JSON.parse(
    readFileSync(join(folder, 'package.json'), 'utf8'),
  ) as Manifest;
  const by = typeof author === 'string' ? author : author?.name;
  const from = typeof repository === 'string' ? repository : repository?.url;
  const said = [`${name} ${version}`, `Licence: ${license ?? 'see below'}`, by && `By: ${by}`, from && `From: ${from}`];
  const file = readdirSync(folder).find((each) => /^(licen[cs]e|copying)([._-]|$)/i.test(each));
  const text = file && existsSync(join(folder, file)) ? `\n${readFileSync(join(folder, file), 'utf8').trim()}\n` : '';
  return `${said.filter(Boolean).join('\n')}\n${text}`;
}
