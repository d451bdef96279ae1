import { beforeEach, describe, expect, it } from 'vitest';
import { connector } from '#connectors/reminders/connector.ts';
import type { Surroundings } from '#connectors/sdk/action.ts';
import { createMemoryAlarms } from '#connectors/sdk/memory-alarms.ts';
import { nextOccurrence } from '#connectors/sdk/next-occurrence.ts';
import { openPlaces } from '#connectors/sdk/places/open-places.ts';
import { actionOf, contextOf, outputOf, takeUp, trialView } from '#connectors/sdk/trial-world.testsuite.ts';
import type { Json } from '#contract/model/json.ts';
import type { Result } from '#contract/model/result.ts';
import { type Schedule, ScheduleSchema } from '#contract/model/schedule.ts';

const timeZone = 'Europe/Lisbon';
const call = { message: 'Call Ana', startsAt: '2026-11-26T15:00:00', timeZone };
const pills = { message: 'Take the pills', startsAt: '2026-11-26T09:00:00', timeZone, rrule: 'FREQ=DAILY' };

let now: string;
let alarms: Surroundings['alarms'];

beforeEach(() => {
  now = '2026-11-25T12:00:00.000Z';
  alarms = createMemoryAlarms(() => now);
});

const surroundings = (): Surroundings => ({
  alarms,
  view: { ...trialView, now },
  folder: {
    read: async () => null,
    write: async () => {},
    remove: async () => {},
    list: async () => [],
    exclusively: (work) => work(),
  },
  account: null,
  knows: () => false,
  places: openPlaces({ folders: () => [], homeTrash: null }),
  fetch: () => Promise.reject(new Error('There is no network in this test.')),
  signal: new AbortController().signal,
});

type Done = { output: Json; undo(): Promise<Result<null> | undefined>; reminder: Schedule };

async function carryOut(name: string, raw: object): Promise<Done> {
  const action = actionOf(connector, `reminders.${name}`);
  const { input, before } = await takeUp(action, raw, surroundings());
  const context = () => contextOf(surroundings(), { mode: 'execute', key: `${name}.step`, before });
  const output = outputOf(action, await action.run(input, context()));
  const reminder = ScheduleSchema.parse((output as { reminder: Json }).reminder);
  return { output, reminder, undo: async () => action.undo?.(output, context()) };
}

/** What the clock does when it is due. */
async function goOff(id: string, at: string): Promise<void> {
  now = at;
  const schedule = await alarms.get(id);
  if (schedule === null) throw new Error(`There is no reminder ${id}.`);
  await alarms.putBack({ ...schedule, nextAt: nextOccurrence(schedule, now), lastFiredAt: now });
}

describe('undo of a reminder that has gone off meanwhile', () => {
  it('takes it off the list', async () => {
    const { reminder, undo } = await carryOut('set', call);
    await goOff(reminder.id, '2026-11-26T15:00:00.100Z');
    expect(await undo()).toEqual({ ok: true, value: null });
    expect(await alarms.list()).toEqual([]);
  });

  it('ends a series', async () => {
    const { reminder, undo } = await carryOut('set', pills);
    await goOff(reminder.id, '2026-11-26T09:00:00.100Z');
    expect(await undo()).toEqual({ ok: true, value: null });
    expect(await alarms.list()).toEqual([]);
  });
});

describe('undo of cancelling', () => {
  it('sets a series again exactly as it was, with when it last went off', async () => {
    const { reminder } = await carryOut('set', pills);
    await goOff(reminder.id, '2026-11-26T09:00:00.100Z');
    const stood = await alarms.get(reminder.id);
    const { undo } = await carryOut('cancel', { id: reminder.id });
    expect(await alarms.list()).toEqual([]);
    await undo();
    expect(await alarms.get(reminder.id)).toEqual(stood);
  });

  it('makes what came due in between due at once, so that it is shown as missed', async () => {
    const { reminder } = await carryOut('set', call);
    const { undo } = await carryOut('cancel', { id: reminder.id });
    now = '2026-11-28T10:00:00.000Z';
    expect(await undo()).toEqual({ ok: true, value: null });
    expect(await alarms.get(reminder.id)).toMatchObject({ nextAt: '2026-11-26T15:00:00.000Z', lastFiredAt: null });
  });

  it('a second time, after it has gone off, changes nothing', async () => {
    const { reminder } = await carryOut('set', call);
    const { undo } = await carryOut('cancel', { id: reminder.id });
    await undo();
    await goOff(reminder.id, '2026-11-26T15:00:00.100Z');
    const stood = await alarms.get(reminder.id);
    expect(await undo()).toEqual({ ok: true, value: null });
    expect(await alarms.get(reminder.id)).toEqual(stood);
  });
});

describe('moving one that has gone off already', () => {
  beforeEach(async () => {
    const { reminder } = await carryOut('set', call);
    await goOff(reminder.id, '2026-11-26T15:00:00.100Z');
    now = '2026-11-26T15:05:00.000Z';
  });
  const gone = async () => (await alarms.list())[0] ?? expect.fail('It is not there.');

  it('reminds again at the new time', async () => {
    const { reminder } = await carryOut('move', { id: (await gone()).id, byMinutes: 30, timeZone });
    expect(reminder).toMatchObject({ nextAt: '2026-11-26T15:30:00.000Z', lastFiredAt: '2026-11-26T15:00:00.100Z' });
  });

  it('is gone off again after undo, and does not go off a second time', async () => {
    const stood = await gone();
    const { undo } = await carryOut('move', { id: stood.id, byMinutes: 30, timeZone });
    await undo();
    expect(await gone()).toEqual(stood);
  });

  it('is refused for a time that has passed', async () => {
    const move = carryOut('move', { id: (await gone()).id, time: '15:01:00', timeZone });
    await expect(move).rejects.toThrow('That time has passed already');
  });
});

describe('undo of moving', () => {
  it('after it went off at the new time does not remind of the former one too', async () => {
    const { reminder } = await carryOut('set', call);
    const { undo } = await carryOut('move', { id: reminder.id, byMinutes: 30, timeZone });
    await goOff(reminder.id, '2026-11-26T15:30:00.100Z');
    expect(await undo()).toEqual({ ok: true, value: null });
    const former = { startsAt: '2026-11-26T15:00:00', nextAt: null, lastFiredAt: '2026-11-26T15:30:00.100Z' };
    expect(await alarms.get(reminder.id)).toMatchObject(former);
  });

  it('of a series that went off at the new time goes on at the former time', async () => {
    const { reminder } = await carryOut('set', pills);
    const { undo } = await carryOut('move', { id: reminder.id, time: '10:00:00', timeZone });
    await goOff(reminder.id, '2026-11-26T10:00:00.100Z');
    await undo();
    expect(await alarms.get(reminder.id)).toMatchObject({ ...pills, nextAt: '2026-11-27T09:00:00.000Z' });
  });

  it('before the new time but after the former one makes that due at once', async () => {
    const { reminder } = await carryOut('set', call);
    const { undo } = await carryOut('move', { id: reminder.id, byMinutes: 180, timeZone });
    now = '2026-11-26T16:00:00.000Z';
    await undo();
    expect(await alarms.get(reminder.id)).toMatchObject({ nextAt: '2026-11-26T15:00:00.000Z', lastFiredAt: null });
  });

  it('of one that was cancelled meanwhile leaves it cancelled', async () => {
    const { reminder } = await carryOut('set', call);
    const { undo } = await carryOut('move', { id: reminder.id, byMinutes: 30, timeZone });
    await carryOut('cancel', { id: reminder.id });
    expect(await undo()).toMatchObject({ ok: false, failure: { kind: 'changed-since' } });
    expect(await alarms.list()).toEqual([]);
  });
});
