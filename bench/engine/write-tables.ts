import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectFolder } from '#build/project-folder.ts';

const page = join(projectFolder, 'docs/engine.md');
const BEGIN = '<!-- measured by npm run bench:engine -- --write -->';
const END = '<!-- end of what was measured -->';
const EMPTY = `# The engine

## How fast it is

On a quiet machine, \`npm run bench:engine -- --rounds 3 --write\` measures the engine, the peers of
[bench/peers](../bench/peers/README.md) and the bare disk in one run, and puts the tables here. A figure counts only as
a ratio to another one of the same run.

${BEGIN}
${END}
`;

/** Puts the tables where docs/engine.md has its place for them. */
export function writeTables(tables: readonly string[]): void {
  const text = existsSync(page) ? readFileSync(page, 'utf8') : EMPTY;
  writeFileSync(page, putBetween(text, tables.join('\n\n')));
}

/** The page with everything between its two marks replaced. Throws when it has no such place. */
export function putBetween(text: string, measured: string): string {
  const begin = text.indexOf(BEGIN);
  const end = text.indexOf(END);
  if (begin < 0 || end < begin) throw new Error('docs/engine.md has no place for what was measured.');
  return `${text.slice(0, begin + BEGIN.length)}\n\n${measured}\n\n${text.slice(end)}`;
}
