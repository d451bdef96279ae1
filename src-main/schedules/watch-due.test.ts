import { sql } from 'drizzle-orm';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { remindersDue } from '#main/schedules/fire-due.ts';
import { type HandClock, openHandClock } from '#main/schedules/hand-clock.testsuite.ts';
import { watchDue } from '#main/schedules/watch-due.ts';

const call = { id: 'call', message: 'Call Ana', startsAt: '2026-11-25T12:00:05', timeZone: 'UTC', rrule: null };

let hand: HandClock;
let watch: ReturnType<typeof watchDue>;
let errors: unknown[];

beforeEach(async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  errors = [];
  hand = await openHandClock(() => watch.reset());
  watch = watchDue(hand.journal.now, [remindersDue(hand.journal)], (error) => errors.push(error));
});
afterEach(() => {
  watch.stop();
  hand.close();
  vi.useRealTimers();
});

/** Every write that is under way comes to its end. */
const settle = () => hand.journal.write(() => {});

/** Lets time pass, second by second. */
async function pass(seconds: number): Promise<void> {
  for (let second = 0; second < seconds; second += 1) {
    hand.now = new Date(Date.parse(hand.now) + 1000).toISOString();
    vi.advanceTimersByTime(1000);
    await settle();
    await settle();
  }
}

const breakLog = `CREATE TRIGGER full BEFORE INSERT ON events BEGIN SELECT RAISE(ABORT, 'disk full'); END`;

it('fires at start what came due while nobody was there', async () => {
  await hand.alarms.arm(call);
  hand.now = '2026-11-25T12:01:00.000Z';
  watch.start();
  await settle();
  expect(hand.told()).toEqual(['fired call 2026-11-25T12:00:05.000Z']);
});

it('wakes up for one that is armed later, and for one that is moved nearer', async () => {
  watch.start();
  await hand.alarms.arm({ ...call, startsAt: '2026-11-25T12:00:50' });
  await pass(10);
  await hand.alarms.replace({ ...call, startsAt: '2026-11-25T12:00:15' });
  await pass(4);
  expect(hand.told()).toEqual([]);
  await pass(1);
  expect(hand.told()).toEqual(['fired call 2026-11-25T12:00:15.000Z']);
});

it('goes on to the next time of a series', async () => {
  watch.start();
  await hand.alarms.arm({ ...call, rrule: 'FREQ=HOURLY;BYMINUTE=0,1;COUNT=2' });
  await pass(70);
  expect(hand.told()).toEqual(['fired call 2026-11-25T12:00:05.000Z', 'fired call 2026-11-25T12:01:05.000Z']);
});

it('notices within half a minute that the computer has slept', async () => {
  await hand.alarms.arm({ ...call, startsAt: '2026-11-26T15:00:00' });
  watch.start();
  await pass(1);
  hand.now = '2026-11-26T15:00:00.000Z';
  await pass(30);
  expect(hand.told()).toEqual(['fired call 2026-11-26T15:00:00.000Z']);
});

it('tries again when it could not fire, but not in a frenzy', async () => {
  await hand.alarms.arm(call);
  hand.database.orm.run(sql.raw(breakLog));
  watch.start();
  await pass(25);
  expect(errors).toHaveLength(1);
  hand.database.orm.run(sql.raw('DROP TRIGGER full'));
  await pass(30);
  expect(hand.told()).toEqual(['fired call 2026-11-25T12:00:05.000Z']);
});

it('does nothing any more once it is stopped', async () => {
  await hand.alarms.arm(call);
  watch.start();
  await pass(1);
  watch.stop();
  watch.reset();
  await pass(60);
  expect(hand.told()).toEqual([]);
  expect(vi.getTimerCount()).toBe(0);
});
