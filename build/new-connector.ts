// `npm run new:connector <name>`: a connector that is complete from the start, with its tests, its words and its pages.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { projectFolder } from './project-folder.ts';
import { runProgram } from './run-program.ts';
import { connectorFiles } from './scaffold/connector-files.ts';
import { addReadmeRow } from './scaffold/readme-row.ts';

const [name = ''] = process.argv.slice(2);
const folder = join(projectFolder, 'connectors', name);
const problem = whyNot();
if (problem !== null) {
  console.error(problem);
  process.exit(1);
}

const words = name.replaceAll('-', ' ');
const title = words.charAt(0).toUpperCase() + words.slice(1);
const files = connectorFiles({ name, title });
for (const [path, text] of Object.entries(files)) {
  const file = join(folder, path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
}
const readme = join(projectFolder, 'README.md');
writeFileSync(readme, addReadmeRow(readFileSync(readme, 'utf8'), { name, title }));

// In processes of their own, which read what was just written.
for (const program of ['build/write-registry.ts', 'build/write-api-docs.ts', 'build/draw-imports.ts']) {
  await run(process.execPath, [join(projectFolder, program)]);
}
await run(join(projectFolder, 'node_modules/.bin/biome'), ['check', '--write', folder]);

console.log(`connectors/${name} is there, with its row in README.md. Its tests pass: npx vitest run connectors/${name}
Now put your service in the place of the files, one action at a time; docs/connectors.md says what each part promises.
The planner learns new words in resources/packs/.`);

async function run(command: string, args: readonly string[]): Promise<void> {
  const { code, output } = await runProgram(command, args);
  if (code === 0) return;
  console.error(`${args.join(' ')} failed:\n${output}`);
  process.exit(1);
}

function whyNot(): string | null {
  if (!/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(name) || name.length > 40) {
    return 'Say its name in small letters, with hyphens between words: npm run new:connector book-club';
  }
  if (name === 'sdk' || existsSync(folder)) return `There is already a folder connectors/${name}. Nothing was changed.`;
  return null;
}
