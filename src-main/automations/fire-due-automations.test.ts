import { sql } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import { DAY, goOn, HOUR, one, plans, runsOf, setUp, tellings } from '#main/automations/automations-for-tests.ts';
import { fireDueAutomations } from '#main/automations/fire-due-automations.ts';
import { planOf, startLife, step } from '#main/compose-for-tests.ts';
import { entriesIn } from '#main/ledger-for-tests.ts';

describe('what was missed', () => {
  it('is caught up once, whatever was missed before', async () => {
    const life = await startLife(plans);
    await setUp(life, 'write a');
    await goOn(life, 5 * DAY);
    await goOn(life, 0);
    await life.until(() => entriesIn(life.folder).length === 1);
    expect(await tellings(life)).toEqual([
      'missed once 2026-11-28T11:00:00.000Z',
      'fired caught-up 2026-11-28T11:00:00.000Z',
    ]);
  });

  it('is left out, and seen in the log', async () => {
    const life = await startLife(plans);
    await setUp(life, 'write a', { catchUp: 'skip' });
    await goOn(life, 5 * DAY);
    expect(await tellings(life)).toEqual(['missed skip 2026-11-28T11:00:00.000Z']);
    expect(await runsOf(life)).toEqual([]);
    expect((await one(life))?.nextAt).toBe('2026-11-29T11:00:00.000Z');
  });

  it('is asked about, and done or left as the person says, once', async () => {
    const life = await startLife(plans);
    const { id } = await setUp(life, 'write a', { catchUp: 'ask' });
    await goOn(life, 5 * DAY);
    const missedAt = '2026-11-28T11:00:00.000Z';
    expect(await one(life)).toMatchObject({ missedAt });
    const answer = { id, missedAt, decision: 'do-it-now' } as const;
    expect(await life.api.automations.answerMissed(answer)).toMatchObject({ missedAt: null });
    await expect(life.api.automations.answerMissed(answer)).rejects.toMatchObject({ code: 'CONFLICT' });
    await life.until(() => entriesIn(life.folder).length === 1);
    expect(await tellings(life)).toEqual([
      `missed ask ${missedAt}`,
      'changed missed-answered',
      `fired caught-up ${missedAt}`,
    ]);
  });

  it('over a restart, is caught up once', async () => {
    const life = await startLife(plans);
    await setUp(life, 'write a');
    await life.close();
    const again = await startLife(plans, { folder: life.folder, from: '2026-11-25T20:00:00.000Z' });
    await again.until(() => entriesIn(life.folder).length === 1);
    await fireDueAutomations(again.lifeOs.engine);
    expect(await tellings(again)).toEqual([
      'missed once 2026-11-25T11:00:00.000Z',
      'fired caught-up 2026-11-25T11:00:00.000Z',
    ]);
  });
});

it('done once has ended', async () => {
  const life = await startLife(plans);
  await setUp(life, 'write a', { trigger: { kind: 'once', at: '2026-11-24T12:00:00+01:00' } });
  await goOn(life, HOUR);
  await life.until(() => entriesIn(life.folder).length === 1);
  await goOn(life, 100 * DAY);
  expect(await tellings(life)).toEqual(['fired on-time 2026-11-24T11:00:00.000Z']);
  expect(await one(life)).toMatchObject({ nextAt: null });
});

it('is started by the clock itself', async () => {
  const life = await startLife(plans);
  const soon = new Date(Date.parse('2026-11-24T10:00:00.000Z') + 60_000).toISOString();
  await setUp(life, 'write a', { trigger: { kind: 'once', at: soon } });
  life.pass(60_000);
  life.lifeOs.engine.wakeClock();
  await life.until(() => entriesIn(life.folder).length === 1);
});

it('is fired whole or not at all, and one that can’t be does not keep the others back', async () => {
  const life = await startLife({ ...plans, 'write b': planOf(step('write', 'b')) });
  await setUp(life, 'write a');
  await setUp(life, 'write b');
  const { orm } = life.lifeOs.engine.journal;
  const isAboutA = `(SELECT intent FROM workflow_runs WHERE id = NEW.run_id) = 'write a'`;
  orm.run(
    sql.raw(
      `CREATE TRIGGER full BEFORE INSERT ON queue_items WHEN ${isAboutA} BEGIN SELECT RAISE(ABORT, 'disk full'); END`,
    ),
  );
  life.pass(HOUR);
  await expect(fireDueAutomations(life.lifeOs.engine)).rejects.toThrow();
  await life.until(() => entriesIn(life.folder).join() === 'b');
  expect(await one(life)).toMatchObject({ sentence: 'write a', nextAt: '2026-11-24T11:00:00.000Z', lastRun: null });
  expect(await tellings(life)).toEqual(['fired on-time 2026-11-24T11:00:00.000Z']);
  orm.run(sql.raw('DROP TRIGGER full'));
  await goOn(life, 0);
  await life.until(() => entriesIn(life.folder).join() === 'b,a');
  expect(await runsOf(life)).toHaveLength(2);
});
