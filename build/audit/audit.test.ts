import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import BetterSqlite3 from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { dataPaths } from '#db/data-paths.ts';
import { makeFolder, planOf, startLife, step } from '#main/compose-for-tests.ts';
import { runProgram } from '../run-program.ts';

const program = (name: string, ...args: readonly string[]) =>
  runProgram(process.execPath, [`build/audit/${name}.ts`, ...args]);
const verify = (folder: string) => program('verify-audit', '--data-dir', folder);

async function liveALittle() {
  const life = await startLife({ 'write a': planOf(step('write', 'a')) });
  await life.approve(await life.say('write a'));
  return life;
}

/** As somebody with the file in their hands would: the database itself keeps every entry from being changed. */
function tamper(folder: string, statement: string): void {
  const sqlite = new BetterSqlite3(dataPaths(folder).database);
  sqlite.exec('DROP TRIGGER events_are_never_changed; DROP TRIGGER events_are_never_removed;');
  sqlite.exec(statement);
  sqlite.close();
}

describe('verify-audit', () => {
  it('finds the log whole, also while the app runs', async () => {
    const life = await liveALittle();
    const { code, output } = await verify(life.folder);
    expect(output).toMatch(/^All \d+ entries are whole, and each follows on the one before it\.\n$/);
    expect(code).toBe(0);
  });

  it.each([
    [
      'was altered',
      `UPDATE events SET actor = 'somebody' WHERE seq = 3`,
      /^Entry 3 was altered: .* The 2 entries before/,
    ],
    [
      'is gone',
      'DELETE FROM events WHERE seq = 3',
      /^Entry 3 is not there: entry 4 follows on 2\. The 2 entries before/,
    ],
    [
      'was cut off with all after it',
      'DELETE FROM events WHERE seq > 3',
      /^The log ends with entry 3, but there was an entry/,
    ],
  ])('names the first entry that %s', async (_what, statement, says) => {
    const life = await liveALittle();
    await life.close();
    tamper(life.folder, statement);
    const { code, output } = await verify(life.folder);
    expect(output).toMatch(says);
    expect(code).toBe(1);
  });

  it('says plainly that there is nothing to verify, and that a file is no database', async () => {
    const folder = makeFolder();
    const nothing = await verify(folder);
    expect(nothing.output).toBe(`The log could not be verified. There is no database of Life OS in ${folder}.\n`);
    writeFileSync(
      join(folder, 'life-os.db'),
      'not a database, but as long as one would have to be at the least'.repeat(100),
    );
    expect((await verify(folder)).code).toBe(2);
    expect(nothing.code).toBe(2);
  });
});

describe('export-audit', () => {
  it('writes every entry as it was sealed', async () => {
    const life = await liveALittle();
    const { output } = await program('export-audit', '--data-dir', life.folder, '--as', 'json-lines');
    const entries = output
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));
    const { items } = await life.api.events.history({ limit: 500 });
    expect(entries).toEqual([...items].reverse());
  });

  it('writes a statement that can be read, each day under its own heading', async () => {
    const life = await liveALittle();
    const { output } = await program('export-audit', '--data-dir', life.folder);
    // As this computer writes days and times.
    expect(output).toMatch(/^Tuesday,? (?:24 November|November 24,) 2026\n\d?\d:\d\d(?: ?[AP]M)? {2}/);
    expect(output).toContain('You asked: “write a”');
  });

  it('keeps to the days that are asked for', async () => {
    const life = await liveALittle();
    const of = (from: string, until: string) =>
      program('export-audit', '--data-dir', life.folder, '--from', from, '--until', until);
    expect((await of('2026-11-23', '2026-11-25')).output).toContain('You asked');
    expect((await of('2026-11-26', '2026-11-27')).output).toBe('');
    expect(await of('tomorrow', '2026-11-27')).toEqual({
      code: 2,
      output: 'The log could not be exported. tomorrow is not a day; write it as 2026-11-26.\n',
    });
  });
});
