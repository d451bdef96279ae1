import { sql } from 'drizzle-orm';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Alarms } from '#connectors/sdk/action.ts';
import type { NewSchedule } from '#contract/model/schedule.ts';
import { listEventsAfter } from '#db/repositories/events.ts';
import { fireDue } from '#main/schedules/fire-due.ts';
import { type HandClock, openHandClock } from '#main/schedules/hand-clock.testsuite.ts';

let hand: HandClock;
let alarms: Alarms;

beforeEach(async () => {
  hand = await openHandClock();
  alarms = hand.alarms;
});
afterEach(() => hand.close());

const once: NewSchedule = {
  id: 'once',
  message: 'Call Ana',
  startsAt: '2026-11-26T15:00:00',
  timeZone: 'Europe/Lisbon',
  rrule: null,
};
const daily: NewSchedule = {
  ...once,
  id: 'daily',
  message: 'Take the pills',
  startsAt: '2026-11-26T09:00:00',
  rrule: 'FREQ=DAILY',
};

/** Sets the clock, lets it fire, and answers with what that has told. */
async function fireAt(instant: string): Promise<string[]> {
  const before = hand.told().length;
  hand.now = instant;
  await fireDue(hand.journal);
  return hand.told().slice(before);
}

describe('what happens once', () => {
  beforeEach(() => alarms.arm(once));

  it('does not fire before its time', async () => {
    expect(await fireAt('2026-11-26T14:59:59.999Z')).toEqual([]);
  });

  it('fires at its time, with its message, and has ended', async () => {
    expect(await fireAt('2026-11-26T15:00:00.000Z')).toEqual(['fired once 2026-11-26T15:00:00.000Z']);
    expect(await alarms.get('once')).toMatchObject({ nextAt: null, lastFiredAt: '2026-11-26T15:00:00.000Z' });
    expect(listEventsAfter(hand.database.orm, 0, 1)).toMatchObject([{ actor: 'clock', runId: null, stepId: null }]);
  });

  it('fires only once, however often it is looked at', async () => {
    await fireAt('2026-11-26T15:00:00.000Z');
    expect(await fireAt('2026-11-26T15:00:00.000Z')).toEqual([]);
    expect(await fireAt('2026-12-26T15:00:00.000Z')).toEqual([]);
  });

  it('fires only once when two look at the same time', async () => {
    hand.now = '2026-11-26T15:00:00.000Z';
    await Promise.all([fireDue(hand.journal), fireDue(hand.journal)]);
    expect(hand.told()).toEqual(['fired once 2026-11-26T15:00:00.000Z']);
  });

  it('is fired up to five minutes late, and missed after that', async () => {
    await alarms.arm({ ...once, id: 'other', startsAt: '2026-11-26T15:00:01' });
    expect(await fireAt('2026-11-26T15:05:00.500Z')).toEqual([
      'missed once 2026-11-26T15:00:00.000Z',
      'fired other 2026-11-26T15:00:01.000Z',
    ]);
  });

  it('is missed, not forgotten, when the computer was off', async () => {
    await hand.restart();
    expect(await fireAt('2027-02-01T08:00:00.000Z')).toEqual(['missed once 2026-11-26T15:00:00.000Z']);
  });

  it('fires again after it was moved, and not when it was cancelled', async () => {
    await fireAt('2026-11-26T15:00:00.000Z');
    await alarms.replace({ ...once, startsAt: '2026-11-26T16:00:00' });
    expect(await fireAt('2026-11-26T16:00:00.000Z')).toEqual(['fired once 2026-11-26T16:00:00.000Z']);
    await alarms.replace({ ...once, startsAt: '2026-11-26T17:00:00' });
    await alarms.disarm('once');
    expect(await fireAt('2026-11-26T17:00:00.000Z')).toEqual([]);
  });

  it('is shown as missed when it came due while it was taken away', async () => {
    const stood = await alarms.get('once');
    await alarms.disarm('once');
    hand.now = '2026-11-28T10:00:00.000Z';
    if (stood) await alarms.putBack(stood);
    expect(await fireAt(hand.now)).toEqual(['missed once 2026-11-26T15:00:00.000Z']);
  });
});

describe('what repeats', () => {
  beforeEach(() => alarms.arm(daily));

  it('fires and is armed for the next time', async () => {
    expect(await fireAt('2026-11-26T09:00:00.010Z')).toEqual(['fired daily 2026-11-26T09:00:00.000Z']);
    expect(await alarms.get('daily')).toMatchObject({ nextAt: '2026-11-27T09:00:00.000Z' });
    expect(await fireAt('2026-11-27T09:00:00.000Z')).toEqual(['fired daily 2026-11-27T09:00:00.000Z']);
  });

  it('catches up once, with the latest that was missed', async () => {
    expect(await fireAt('2026-12-05T20:00:00.000Z')).toEqual(['missed daily 2026-12-05T09:00:00.000Z']);
    expect(await alarms.get('daily')).toMatchObject({ nextAt: '2026-12-06T09:00:00.000Z' });
    expect(await fireAt('2026-12-05T20:00:01.000Z')).toEqual([]);
  });

  it('is simply fired when one is due just now, whatever was missed before', async () => {
    expect(await fireAt('2026-12-05T09:00:20.000Z')).toEqual(['fired daily 2026-12-05T09:00:00.000Z']);
  });

  it('is armed again over a restart', async () => {
    await fireAt('2026-11-26T09:00:00.000Z');
    await hand.restart();
    expect(await fireAt('2026-11-27T09:00:00.000Z')).toEqual(['fired daily 2026-11-27T09:00:00.000Z']);
  });

  it('ends after its count, the last being told like the others', async () => {
    await alarms.disarm('daily');
    await alarms.arm({ ...daily, id: 'twice', rrule: 'FREQ=DAILY;COUNT=2' });
    expect(await fireAt('2026-11-26T09:00:00.000Z')).toEqual(['fired twice 2026-11-26T09:00:00.000Z']);
    expect(await fireAt('2026-12-26T09:00:00.000Z')).toEqual(['missed twice 2026-11-27T09:00:00.000Z']);
    expect(await alarms.get('twice')).toMatchObject({ nextAt: null });
  });

  it.each([
    ['hourly, after a year', 'FREQ=HOURLY', '2027-11-26T08:30:00.000Z', '2027-11-26T08:00:00.000Z'],
    ['every four years, after ten', 'FREQ=YEARLY;INTERVAL=4', '2036-12-01T00:00:00.000Z', '2034-11-26T09:00:00.000Z'],
    [
      'in bursts, after a month',
      'FREQ=DAILY;BYHOUR=9,10;BYMINUTE=0,20,40',
      '2026-12-26T08:00:00.000Z',
      '2026-12-25T10:40:00.000Z',
    ],
    ['monthly, from the 31st', 'FREQ=MONTHLY;BYMONTHDAY=31', '2027-03-02T00:00:00.000Z', '2027-01-31T09:00:00.000Z'],
  ])('finds the latest %s', async (_what, rrule, at, latest) => {
    await alarms.disarm('daily');
    await alarms.arm({ ...daily, id: 'other', rrule });
    expect(await fireAt(at)).toEqual([`missed other ${latest}`]);
    expect(await fireAt(at)).toEqual([]);
  });
});

describe('when the clocks change', () => {
  it('keeps its wall time, and fires once in the night that has an hour twice', async () => {
    hand.now = '2027-10-29T12:00:00.000Z';
    await alarms.arm({ ...daily, startsAt: '2027-10-30T01:30:00' });
    const fired: string[] = [];
    for (let minute = 0; minute < 3 * 24 * 60; minute += 15) {
      fired.push(...(await fireAt(new Date(Date.parse('2027-10-30T00:00:00Z') + minute * 60_000).toISOString())));
    }
    expect(fired).toEqual([
      'fired daily 2027-10-30T00:30:00.000Z',
      'fired daily 2027-10-31T00:30:00.000Z',
      'fired daily 2027-11-01T01:30:00.000Z',
    ]);
  });

  it('moves on by an hour in the night that leaves the time out', async () => {
    hand.now = '2027-03-27T12:00:00.000Z';
    await alarms.arm({ ...once, startsAt: '2027-03-28T01:30:00' });
    expect(await fireAt('2027-03-28T01:29:59.000Z')).toEqual([]);
    expect(await fireAt('2027-03-28T01:30:00.000Z')).toEqual(['fired once 2027-03-28T01:30:00.000Z']);
  });

  it('does not fire again when somebody sets the clock back', async () => {
    await alarms.arm(daily);
    await fireAt('2026-11-26T09:00:00.000Z');
    expect(await fireAt('2026-11-26T08:00:00.000Z')).toEqual([]);
    expect(await fireAt('2026-11-26T09:00:00.000Z')).toEqual([]);
  });
});

it('tells several in their order, each with its own next time', async () => {
  await alarms.arm(once);
  await alarms.arm(daily);
  expect(await fireAt('2026-11-26T15:00:00.000Z')).toEqual([
    'missed daily 2026-11-26T09:00:00.000Z',
    'fired once 2026-11-26T15:00:00.000Z',
  ]);
});

it('changes nothing when it cannot be told: the event and the next time are one', async () => {
  const armed = await alarms.arm(once);
  hand.database.orm.run(
    sql.raw(`CREATE TRIGGER full BEFORE INSERT ON events BEGIN SELECT RAISE(ABORT, 'disk full'); END`),
  );
  hand.now = '2026-11-26T15:00:00.000Z';
  await expect(fireDue(hand.journal)).rejects.toThrow();
  expect(await alarms.get('once')).toEqual(armed);
  hand.database.orm.run(sql.raw('DROP TRIGGER full'));
  expect(await fireAt(hand.now)).toEqual(['fired once 2026-11-26T15:00:00.000Z']);
});
