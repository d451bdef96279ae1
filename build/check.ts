// `npm run check`: everything that must hold before a change is taken, one line each.
import { boundaries } from './checks/boundaries.ts';
import type { Check } from './checks/check.ts';
import { deadCode } from './checks/dead-code.ts';
import { format } from './checks/format.ts';
import { generatedFiles } from './checks/generated-files.ts';
import { houseStyle } from './checks/house-style.ts';
import { languages } from './checks/languages.ts';
import { licences } from './checks/licences.ts';
import { pins } from './checks/pins.ts';
import { types } from './checks/types.ts';

const all: readonly Check[] = [
  format,
  types,
  boundaries,
  deadCode,
  houseStyle,
  languages,
  pins,
  licences,
  generatedFiles,
];

const asked = process.argv.slice(2);
const unknown = asked.filter((name) => all.every((check) => check.name !== name));
if (unknown.length > 0) {
  console.error(`There is no check called ${unknown.join(', ')}. There are: ${all.map((c) => c.name).join(', ')}.`);
  process.exit(1);
}

let failed = 0;
let passed = 0;
for (const check of all.filter((check) => asked.length === 0 || asked.includes(check.name))) {
  const began = performance.now();
  const { looked, problems, warnings = [] } = await check.run();
  const seconds = ((performance.now() - began) / 1000).toFixed(1);
  const mark = problems.length === 0 ? '✓' : '✗';
  console.log(`${mark} ${check.name.padEnd(16)} ${looked.padEnd(44)} ${seconds.padStart(5)} s`);
  for (const problem of problems) console.log(indent(problem));
  for (const warning of warnings) console.log(indent(`warning: ${warning}`));
  if (problems.length === 0) passed += 1;
  else failed += 1;
}
console.log(`Checks: ${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;

function indent(text: string): string {
  return text
    .trimEnd()
    .split('\n')
    .map((line) => `    ${line}`)
    .join('\n');
}
