import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { listProjectFiles } from '../list-project-files.ts';
import { projectFolder } from '../project-folder.ts';
import type { Check } from './check.ts';

const GETTING_LONG = 300;
const TOO_LONG = 500;
const isCode = /\.(ts|tsx|mjs|cjs|css)$/;

/** What a linter does not know of the house style: names, lengths, and how imports are written. */
export const houseStyle: Check = {
  name: 'house-style',
  async run() {
    const files = (await listProjectFiles()).filter((file) => !file.startsWith('db/migrations/'));
    const problems: string[] = [];
    const warnings: string[] = [];
    for (const file of files) {
      problems.push(...findNameProblems(file));
      if (!isCode.test(file)) continue;
      const text = readFileSync(join(projectFolder, file), 'utf8');
      const lines = text.trimEnd().split('\n').length;
      if (lines > TOO_LONG) problems.push(`${file}: ${lines} lines; nothing is longer than ${TOO_LONG}`);
      else if (lines > GETTING_LONG) warnings.push(`${file}: ${lines} lines; most files fit into ${GETTING_LONG}`);
      problems.push(...findTextProblems(file, text));
    }
    return { looked: `${files.length} files (names, lengths, imports)`, problems, warnings };
  },
};

export function findNameProblems(file: string): string[] {
  const problems: string[] = [];
  const drawer = file.split('/').find((part) => /^(utils?|helpers?|common|shared|misc|managers?)(\.|$)/i.test(part));
  if (drawer !== undefined) problems.push(`${file}: “${drawer}” is a drawer; name it for what it does`);
  const inKebabCase = file
    .split('/')
    .every((part) => !isCode.test(part) || /^\.?[a-z0-9]+([.-][a-z0-9]+)*$/.test(part));
  if (!inKebabCase) problems.push(`${file}: names are in kebab-case`);
  return problems;
}

export function findTextProblems(file: string, text: string): string[] {
  const problems: string[] = [];
  const say = (line: number, what: string) => problems.push(`${file}:${line + 1}: ${what}`);
  const isBarrel = /(^|\/)index\.tsx?$/.test(file) && /^\s*export \* from/m.test(text);
  if (isBarrel) problems.push(`${file}: a barrel; import from the file that has it`);
  text.split('\n').forEach((line, index) => {
    if (/\b(from|import)\s*\(?\s*'(\.\.\/){2}/.test(line)) say(index, 'imports over two folders; use a # path');
    if (/(\/\/|\/\*|^\s*\*).*\b(TODO|FIXME|XXX|HACK)\b/.test(line)) say(index, 'leaves work for later in a comment');
    if (/\/\/\s*biome-ignore/.test(line) && !/:\s*\S{3,}/.test(line))
      say(index, 'silences the linter without a reason');
    if (/@ts-(ignore|nocheck)/.test(line) && !file.startsWith('build/checks/')) say(index, 'silences the compiler');
  });
  return problems;
}
