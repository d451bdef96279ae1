import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { makeFolder, startLife, type TestLife } from '#main/compose-for-tests.ts';
import { sweepMemory } from '#main/memory/sweep-memory.ts';

const CANARY = 'quetzalcoatlfeather';
const DAY_MS = 86_400_000;
/** Many commits, each flushed, and several whole checks of a database. */
const SLOW_MS = 90_000;

/** Every file of the person's folder in which the word stands. */
function filesWith(folder: string, word: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => statSync(join(folder, name)).isFile())
    .filter((name) => readFileSync(join(folder, name)).toString('latin1').toLowerCase().includes(word))
    .sort();
}

const settled = (life: TestLife) => life.lifeOs.engine.recall.find(CANARY, { limit: 5 });

describe('what was removed', () => {
  it(
    'is in no file: not in the database, its journal, the index, and after the next backup in none of them',
    async () => {
      const folder = makeFolder();
      const life = await startLife('as shipped', { folder });
      // Others around it, so that pages are shared, split and moved.
      for (let at = 0; at < 30; at += 1) {
        await life.api.memory.add({ item: { kind: 'fact', text: `Thing ${at} ${'x'.repeat(at * 11)}` } });
      }
      const { id } = await life.api.memory.add({ item: { kind: 'fact', text: `The ${CANARY} is in the attic` } });
      await life.api.memory.correct({ id, item: { kind: 'fact', text: `The ${CANARY} is in the cellar` } });
      expect(await settled(life)).toHaveLength(1);
      // One may have been made by itself in the meantime.
      life.pass(DAY_MS + 1);
      await life.lifeOs.storage.backups.makeIfDue();
      const before = filesWith(folder, CANARY);
      expect(before.some((name) => name.startsWith('backups'))).toBe(true);
      expect(before.some((name) => name.startsWith('search-index.db'))).toBe(true);

      for (const item of (await life.api.memory.list()).items) {
        if (item.kind === 'fact' && item.text.includes(CANARY)) await life.api.memory.remove({ id: item.id });
      }
      expect(await settled(life)).toEqual([]);
      await expect.poll(() => filesWith(folder, CANARY).filter((name) => !name.startsWith('backups'))).toEqual([]);
      expect(filesWith(folder, CANARY)).not.toEqual([]);

      life.pass(DAY_MS + 1);
      await life.lifeOs.storage.backups.makeIfDue();
      expect(filesWith(folder, CANARY)).toEqual([]);
      expect((await life.api.memory.list()).items).toHaveLength(30);

      // What is taken out of a backup leaves one that can be relied on.
      await life.close();
      const again = await startLife('as shipped', { folder });
      expect((await again.api.memory.list()).items).toHaveLength(30);
      expect(again.errors).toEqual([]);
    },
    SLOW_MS,
  );

  it(
    'goes with what was kept to bring it back, once that time is over',
    async () => {
      const folder = makeFolder();
      const life = await startLife('as shipped', { folder });
      await life.api.memory.add({ item: { kind: 'fact', text: `The ${CANARY} lies under the stairs` } });
      const runId = await life.say('forget what you know about under the stairs');
      await life.still(runId);
      await life.approve(runId);
      expect((await life.still(runId)).state).toBe('completed');
      expect(filesWith(folder, CANARY)).not.toEqual([]);

      life.pass(8 * DAY_MS);
      await sweepMemory(life.lifeOs.engine.journal);
      life.lifeOs.engine.journal.orm.$client.pragma('wal_checkpoint(TRUNCATE)');
      await settled(life);
      await life.lifeOs.storage.backups.makeIfDue();
      await expect.poll(() => filesWith(folder, CANARY)).toEqual([]);
      const undo = await life.api.undo.preview({ target: { of: 'run', runId } });
      expect(JSON.stringify(undo)).toContain('too-late');
    },
    SLOW_MS,
  );
});

describe('what outlives its time', () => {
  it('goes by itself: what nobody said yes to, and what was corrected long ago', async () => {
    const life = await startLife('as shipped');
    await life.still(await life.say('draft an email to Bea Costa (bea@example.com) that I am late'));
    const { id } = await life.api.memory.add({ item: { kind: 'fact', text: 'I live in Porto' } });
    await life.api.memory.correct({ id, item: { kind: 'fact', text: 'I live in Lyon' } });
    const sweep = async () => {
      await sweepMemory(life.lifeOs.engine.journal);
      return (await life.api.memory.list()).items.map(({ status }) => status).sort();
    };
    expect(await sweep()).toEqual(['known', 'superseded', 'waiting']);
    life.pass(31 * DAY_MS);
    expect(await sweep()).toEqual(['known', 'superseded']);
    life.pass(60 * DAY_MS);
    expect(await sweep()).toEqual(['known']);
  });

  it('is for the person to say', async () => {
    const life = await startLife('as shipped');
    expect(await life.api.memory.setRetention({ superseded: 0 })).toMatchObject({ superseded: 0, waiting: 30 });
    const { id } = await life.api.memory.add({ item: { kind: 'fact', text: 'I live in Porto' } });
    await life.api.memory.correct({ id, item: { kind: 'fact', text: 'I live in Lyon' } });
    await sweepMemory(life.lifeOs.engine.journal);
    expect((await life.api.memory.list()).items).toHaveLength(1);
  });
});
