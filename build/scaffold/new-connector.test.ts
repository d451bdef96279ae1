import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { listProjectFiles } from '../list-project-files.ts';
import { projectFolder } from '../project-folder.ts';

const NAME = 'book-club';
const MINUTES = 60_000;

describe('npm run new:connector', { timeout: 5 * MINUTES }, () => {
  let copy: string;
  beforeAll(async () => {
    copy = mkdtempSync(join(tmpdir(), 'life-os-new-connector-'));
    for (const file of await listProjectFiles()) {
      mkdirSync(dirname(join(copy, file)), { recursive: true });
      cpSync(join(projectFolder, file), join(copy, file));
    }
    symlinkSync(join(projectFolder, 'node_modules'), join(copy, 'node_modules'));
    execFileSync('git', ['init', '--quiet'], { cwd: copy });
  }, MINUTES);
  afterAll(() => rmSync(copy, { recursive: true, force: true }));

  const run = (program: string, ...args: string[]) => {
    const { status, stdout, stderr } = spawnSync(program, args, { cwd: copy, encoding: 'utf8', env: process.env });
    return { status, said: `${stdout}${stderr}` };
  };
  const bin = (name: string): string => join(copy, 'node_modules/.bin', name);
  const newConnector = (...args: string[]) => run(process.execPath, 'build/new-connector.ts', ...args);

  it.each(['', 'Book Club', 'sdk', 'files', '../files', 'a--b'])('makes nothing called “%s”', (name) => {
    const { status, said } = newConnector(name);
    expect(status).toBe(1);
    expect(said.trim()).toMatch(/^(Say its name|There is already)/);
    expect(existsSync(join(copy, 'connectors/book-club'))).toBe(false);
  });

  it('makes one that passes its tests and the checks at once, and is in the README, the registry and the pages', () => {
    expect(newConnector(NAME)).toMatchObject({
      status: 0,
      said: expect.stringContaining(`connectors/${NAME} is there`),
    });
    for (const page of ['connectors/registry.ts', 'docs/delivery.md', 'README.md']) {
      expect(readFileSync(join(copy, page), 'utf8')).toMatch(/book-?club/i);
    }
    const tests = run(bin('vitest'), 'run', `connectors/${NAME}`, 'build/documents/readme-labels.test.ts');
    expect(tests.said).toMatch(/Test Files .*2 passed/);
    expect(tests.status).toBe(0);
    expect(run(bin('tsc'), '-p', 'connectors', '--noEmit', '--pretty', 'false')).toEqual({ status: 0, said: '' });
    const checks = run(process.execPath, 'build/check.ts', 'format', 'house-style', 'generated-files');
    expect(checks.said).toContain('Checks: 3 passed, 0 failed');
  });
});
