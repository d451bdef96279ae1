import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { projectFolder } from '../project-folder.ts';
import { findLeaks, findPackingProblems } from './find-packing-problems.ts';
import { fusesAsConfigured } from './make-stand-in.ts';
import { listFiles, packWithStandIn, type Rehearsal } from './pack-with-stand-in.ts';

const built = [
  'out/main/electron.js',
  'out/main/web.js',
  'out/main/mcp.js',
  'out/main/check-file-worker.js',
  'out/main/memory-index-worker.js',
  'out/main/chunk-a1.js',
  'out/preload/preload.cjs',
  'out/renderer/index.html',
  'out/renderer/assets/app.js',
];
const mustStayOut = [
  '.env',
  '.npmrc',
  'out/.stamp',
  'out/renderer/bundled-packages.json',
  'out/main/electron.js.map',
  'out/main/leftover.ts',
  'src-main/compose.ts',
  'tests/journey.spec.ts',
  'connectors/lists/connector.test.ts',
  'db/schema/runs.ts',
  'api-token',
  'life-os.db',
];
const wanted = { migrations: listFiles(join(projectFolder, 'db/migrations')), platform: 'linux', arch: process.arch };

/** Of what is only linked, the packer leaves out the parts that are made for one system. */
function linkPackages(from: string, to: string): void {
  mkdirSync(to);
  for (const name of readdirSync(from)) {
    if (/^(sqlite-vec|@napi-rs)/.test(name)) cpSync(join(from, name), join(to, name), { recursive: true });
    else symlinkSync(join(from, name), join(to, name));
  }
}

// The packer makes Linux folders anywhere, but names and switches differ with the system that it runs on.
describe.runIf(process.platform === 'linux')('packing with a stand-in for Electron', () => {
  const folder = mkdtempSync(join(tmpdir(), 'packing-'));
  const project = join(folder, 'project');
  let packed: Rehearsal;

  beforeAll(async () => {
    mkdirSync(project);
    for (const file of [
      'package.json',
      'package-lock.json',
      'electron-builder.yml',
      'resources/icons',
      'resources/languages',
      'resources/update.yml',
      'db/migrations',
    ]) {
      cpSync(join(projectFolder, file), join(project, file), { recursive: true });
    }
    linkPackages(join(projectFolder, 'node_modules'), join(project, 'node_modules'));
    for (const file of [...built, ...mustStayOut, 'out/licences.txt']) {
      mkdirSync(dirname(join(project, file)), { recursive: true });
      writeFileSync(join(project, file), '// a file\n');
    }
    packed = await packWithStandIn(project, folder);
  }, 180_000);
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('takes all that the app opens at run time, and nothing else', () => {
    expect(findPackingProblems(packed, wanted)).toEqual([]);
    expect(packed.files).toEqual(expect.arrayContaining(built));
    expect(packed.files.filter((file) => mustStayOut.includes(file))).toEqual([]);
    expect(packed.files.filter((file) => file.startsWith('node_modules/')).length).toBeLessThan(50);
  });

  it('sets the switches of the program', () => {
    expect(packed.fuses).toBe(fusesAsConfigured);
  });
});

describe('what is said of a packed app', () => {
  it('names what is missing', () => {
    const problems = findPackingProblems(
      { files: [], unpacked: [], resources: [] },
      { ...wanted, migrations: ['0000_first.sql'] },
    );
    expect(problems).toContain('out/main/electron.js is missing');
    expect(problems).toContain('db/migrations/0000_first.sql is missing');
    expect(problems).toContain('licences.txt is missing beside the archive');
    expect(problems).toContain(
      `node_modules/better-sqlite3/prebuilds/linux-${process.arch}.node is missing beside the archive`,
    );
  });

  it.each(mustStayOut)('names %s', (file) => {
    expect(findPackingProblems({ files: [file], unpacked: [], resources: [] }, wanted)).toContain(
      `${file} has no business in the packed app`,
    );
  });

  it('names a file that tells where it was made', () => {
    const texts = new Map([
      ['out/main/web.js', 'from "/home/ana/life-os/x"'],
      ['out/main/electron.js', ''],
    ]);
    expect(findLeaks(texts, ['/home/ana', ''])).toEqual(['out/main/web.js holds “/home/ana”']);
  });
});
