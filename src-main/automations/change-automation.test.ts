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

  it('set up once by the same request', async () => {
    const life = await startLife(plans);
    const wanted = { sentence: 'write a', trigger: everyDayAtEleven, requestId: 'press' };
    const made = await Promise.all([life.api.automations.create(wanted), life.api.automations.create(wanted)]);
    expect(made[0].id).toBe(made[1].id);
    expect((await life.api.automations.list()).items).toHaveLength(1);
  });
});
