import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { projectFolder } from './project-folder.ts';

const MINUTE = 60_000;
const good = "import { expect, it } from 'vitest';\nit('holds', () => expect(1).toBe(1));\n";
const bad =
  "import { expect, it } from 'vitest';\nit('breaks', () => expect(1).toBe(2));\nit.skip('waits', () => {});\n";
const unreadable = "import './nowhere.ts';\n";

/** Runs the unit half over test files of our own; they lie in the project so that they find its packages. */
function runOver(files: Readonly<Record<string, string>>): Promise<{ code: number | null; ending: string[] }> {
  const results = join(projectFolder, 'test-results');
  mkdirSync(results, { recursive: true });
  const folder = mkdtempSync(join(results, 'trial-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  const args = ['build/test.mjs', 'unit', '--root', folder];
  const env = { ...process.env, LIFE_OS_TEST_RESULTS: folder };
  const child = spawn(process.execPath, args, { cwd: projectFolder, env });
  let printed = '';
  child.stdout.on('data', (piece: Buffer) => {
    printed += piece.toString();
  });
  return new Promise((resolve) =>
    child.once('exit', (code) => {
      const lines = printed.trim().replaceAll(relative(projectFolder, folder), '').split('\n');
      const failed = lines.indexOf('What failed:');
      resolve({ code, ending: lines.slice(failed === -1 ? -1 : failed).filter((line) => line !== '') });
    }),
  );
}

it.each<[string, Record<string, string>, number, string[]]>([
  ['all hold', { 'a.test.ts': good, 'b.test.ts': good }, 0, ['Tests: 2 passed, 0 failed, 0 skipped']],
  [
    'one breaks',
    { 'a.test.ts': good, 'b.test.ts': bad },
    1,
    [
      'What failed:',
      '  /b.test.ts › breaks: AssertionError: expected 1 to be 2 // Object.is equality',
      'Tests: 1 passed, 1 failed, 1 skipped',
    ],
  ],
  [
    'one cannot be read',
    { 'a.test.ts': good, 'b.test.ts': unreadable },
    1,
    [
      'What failed:',
      expect.stringMatching(/^ {2}\/b\.test\.ts › could not be loaded: .*nowhere/),
      'Tests: 1 passed, 1 failed, 0 skipped',
    ],
  ],
  [
    'there are none',
    { 'a.ts': good },
    1,
    ['What failed:', '  the run itself ended with 1', 'Tests: 0 passed, 1 failed, 0 skipped'],
  ],
])('the end says what failed and how many when %s', { timeout: MINUTE }, async (_what, files, code, ending) => {
  expect(await runOver(files)).toEqual({ code, ending });
});
