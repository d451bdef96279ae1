import { describe, expect, it } from 'vitest';
import {
  DAY,
  everyDayAtEleven,
  goOn,
  HOUR,
  one,
  plans,
  runsOf,
  setUp,
  tellings,
} from '#main/automations/automations-for-tests.ts';
import { startLife } from '#main/compose-for-tests.ts';
import { entriesIn } from '#main/ledger-for-tests.ts';

describe('by hand it is', () => {
  it('paused and let go on, with what passed meanwhile neither done nor missed', async () => {
    const life = await startLife(plans);
    const { id } = await setUp(life, 'write a');
    expect(await life.api.automations.change({ id, paused: true })).toMatchObject({ paused: true, nextAt: null });
    await goOn(life, 5 * DAY);
    const resumed = await life.api.automations.change({ id, paused: false });
    expect(resumed).toMatchObject({ paused: false, nextAt: '2026-11-29T11:00:00.000Z' });
    expect(await tellings(life)).toEqual(['changed paused', 'changed resumed']);
    expect(await runsOf(life)).toEqual([]);
  });

  it('removed with its history kept, and brought back with the yes that it had', async () => {
    const life = await startLife(plans);
    const { id } = await setUp(life, 'write a');
    await goOn(life, HOUR);
    await life.until(() => entriesIn(life.folder).length === 1);
    await life.api.automations.remove({ id });
    await goOn(life, DAY);
    expect(await one(life)).toBeUndefined();
    expect(await runsOf(life)).toHaveLength(1);
    await expect(life.api.automations.run({ id })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    expect(await life.api.automations.restore({ id })).toMatchObject({ nextAt: '2026-11-26T11:00:00.000Z' });
    await goOn(life, DAY);
    await life.until(() => entriesIn(life.folder).length === 2);
  });

  it('run at once, and only once by the same request', async () => {
    const life = await startLife(plans);
    const { id } = await setUp(life, 'write a');
    const [first, second] = await Promise.all([
      life.api.automations.run({ id, requestId: 'press' }),
      life.api.automations.run({ id, requestId: 'press' }),
    ]);
    expect(second).toEqual(first);
    await life.until(() => entriesIn(life.folder).length === 1);
    expect((await one(life))?.nextAt).toBe('2026-11-24T11:00:00.000Z');
  });

  it('tried out at once: everything but the effects, and its times stay as they are', async () => {
    const life = await startLife(plans);
    const { id } = await setUp(life, 'write a');
    const { runId } = await life.api.automations.run({ id, shadow: true });
    expect(await life.still(runId)).toMatchObject({ state: 'completed', shadow: true });
    expect(entriesIn(life.folder)).toEqual([]);
    expect(await one(life)).toMatchObject({ shadow: false, lastRun: { id: runId, shadow: true } });
    await goOn(life, HOUR);
    await life.until(() => entriesIn(life.folder).length === 1);
  });

  it('let only practise, over a restart, until it is let do it in earnest', async () => {
    let life = await startLife(plans);
    const { id } = await setUp(life, 'write a');
    expect(await life.api.automations.change({ id, shadow: true })).toMatchObject({ shadow: true });
    await life.close();
    life = await startLife(plans, { folder: life.folder });
    await goOn(life, HOUR);
    const { runId } = await life.api.automations.run({ id });
    await life.still(runId);
    for (const run of await runsOf(life)) expect(await life.still(run.id)).toMatchObject({ shadow: true });
    expect(entriesIn(life.folder)).toEqual([]);
    await life.api.automations.change({ id, shadow: false });
    await goOn(life, DAY);
    await life.until(() => entriesIn(life.folder).length === 1);
    expect((await tellings(life)).filter((told) => told.startsWith('changed'))).toEqual([
      'changed practises',
      'changed in-earnest',
    ]);
    const fired = (await life.api.events.history({ limit: 200 })).items.flatMap(({ body }) =>
      body.kind === 'automation.fired' ? [body.shadow ?? false] : [],
    );
    expect(fired).toEqual([false, true, true]);
  });

  it('set up once by the same request', async () => {
    const life = await startLife(plans);
    const wanted = { sentence: 'write a', trigger: everyDayAtEleven, requestId: 'press' };
    const made = await Promise.all([life.api.automations.create(wanted), life.api.automations.create(wanted)]);
    expect(made[0].id).toBe(made[1].id);
    expect((await life.api.automations.list()).items).toHaveLength(1);
  });
});
