import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Alarms } from '#connectors/sdk/action.ts';
import type { Instant } from '#contract/model/instant.ts';
import type { NewSchedule, Schedule } from '#contract/model/schedule.ts';

const rent: NewSchedule = {
  id: 'rent',
  message: 'Pay the rent',
  startsAt: '2026-12-01T09:00:00',
  timeZone: 'Europe/Lisbon',
  rrule: 'FREQ=MONTHLY;BYMONTHDAY=1',
};
const call: NewSchedule = { ...rent, id: 'call', message: 'Call Ana', startsAt: '2026-11-26T15:00:00', rrule: null };

/** What every alarm list must hold, in memory and on disk. `open` is handed the clock that it has to go by. */
export function testAlarms(
  open: (now: () => Instant) => Promise<{ readonly alarms: Alarms; close(): Promise<void> }>,
): void {
  let now: Instant;
  let opened: Awaited<ReturnType<typeof open>>;
  let alarms: Alarms;

  beforeEach(async () => {
    now = '2026-11-25T12:00:00.000Z';
    opened = await open(() => now);
    alarms = opened.alarms;
  });
  afterEach(() => opened.close());

  describe('arm', () => {
    it('keeps it with the next time that it is due', async () => {
      const armed = await alarms.arm(rent);
      expect(armed).toEqual({ ...rent, nextAt: '2026-12-01T09:00:00.000Z', lastFiredAt: null });
      expect(await alarms.get('rent')).toEqual(armed);
    });

    it('of a series that began earlier, takes the next occurrence', async () => {
      const armed = await alarms.arm({ ...rent, startsAt: '2026-01-01T09:00:00' });
      expect(armed.nextAt).toBe('2026-12-01T09:00:00.000Z');
    });

    it('twice under the same id is once: the first stays', async () => {
      const first = await alarms.arm(rent);
      expect(await alarms.arm({ ...rent, message: 'Something else' })).toEqual(first);
      expect(await alarms.list()).toEqual([first]);
    });

    it('makes one whose time has passed due at once, and never forgets it', async () => {
      now = '2026-11-26T15:00:00.001Z';
      expect(await alarms.arm(call)).toMatchObject({ nextAt: '2026-11-26T15:00:00.000Z', lastFiredAt: null });
    });

    it('ignores what is not its business', async () => {
      const fired: Schedule = { ...call, nextAt: null, lastFiredAt: '2026-11-01T00:00:00.000Z' };
      expect(await alarms.arm(fired)).toEqual({ ...call, nextAt: '2026-11-26T15:00:00.000Z', lastFiredAt: null });
    });
  });

  describe('replace', () => {
    it('takes the new time and message and computes the next time anew', async () => {
      await alarms.arm(call);
      now = '2026-11-26T10:00:00.000Z';
      const moved = { ...call, message: 'Call Ana back', startsAt: '2026-11-26T17:30:00' };
      const replaced = await alarms.replace(moved);
      expect(replaced).toEqual({ ...moved, nextAt: '2026-11-26T17:30:00.000Z', lastFiredAt: null });
      expect(await alarms.list()).toEqual([replaced]);
    });

    it('wakes one that has fired, and remembers that it has', async () => {
      const firedAt = '2026-11-26T15:00:00.400Z';
      await alarms.putBack({ ...call, nextAt: null, lastFiredAt: firedAt });
      now = '2026-11-26T15:10:00.000Z';
      const replaced = await alarms.replace({ ...call, startsAt: '2026-11-26T16:00:00' });
      expect(replaced).toMatchObject({ nextAt: '2026-11-26T16:00:00.000Z', lastFiredAt: firedAt });
    });

    it('arms what is not there', async () => {
      expect(await alarms.replace(call)).toMatchObject({ id: 'call', nextAt: '2026-11-26T15:00:00.000Z' });
    });

    it('makes a time that has passed due at once', async () => {
      await alarms.arm(call);
      const replaced = await alarms.replace({ ...call, startsAt: '2026-11-25T11:59:00' });
      expect(replaced.nextAt).toBe('2026-11-25T11:59:00.000Z');
    });
  });

  describe('put back', () => {
    it('keeps exactly what is handed in, also where that is due already or has ended', async () => {
      const due: Schedule = { ...rent, nextAt: '2026-11-01T09:00:00.000Z', lastFiredAt: '2026-10-01T09:00:00.123Z' };
      const ended: Schedule = { ...call, nextAt: null, lastFiredAt: '2026-11-20T15:00:00.000Z' };
      await alarms.putBack(due);
      await alarms.putBack(ended);
      expect(await alarms.get('rent')).toEqual(due);
      expect(await alarms.get('call')).toEqual(ended);
    });

    it('takes the place of what stands there', async () => {
      const former = await alarms.arm(rent);
      await alarms.replace({ ...rent, message: 'Something else', rrule: null });
      await alarms.putBack(former);
      expect(await alarms.list()).toEqual([former]);
    });
  });

  describe('disarm', () => {
    it('takes it away, and twice is once', async () => {
      await alarms.arm(rent);
      await alarms.disarm('rent');
      await alarms.disarm('rent');
      expect(await alarms.get('rent')).toBeNull();
      expect(await alarms.list()).toEqual([]);
    });

    it('leaves the others alone', async () => {
      await alarms.arm(rent);
      const other = await alarms.arm(call);
      await alarms.disarm('rent');
      expect(await alarms.list()).toEqual([other]);
    });
  });

  it('lists the soonest first, what has ended last, and always in the same order', async () => {
    await alarms.putBack({ ...call, id: 'ended', nextAt: null, lastFiredAt: null });
    await alarms.arm({ ...rent, id: 'b' });
    await alarms.arm({ ...rent, id: 'a' });
    await alarms.arm(call);
    expect((await alarms.list()).map(({ id }) => id)).toEqual(['call', 'a', 'b', 'ended']);
  });

  it('hands out copies: what a caller does to one changes nothing', async () => {
    const armed = await alarms.arm(rent);
    const again = await alarms.arm(rent);
    Object.assign(armed, { message: 'Altered' });
    Object.assign(again, { message: 'Altered' });
    Object.assign((await alarms.list())[0] ?? {}, { message: 'Altered' });
    expect(await alarms.get('rent')).toMatchObject({ message: 'Pay the rent' });
  });

  it('keeps what arrives at the same time', async () => {
    const ids = Array.from({ length: 20 }, (_, index) => `alarm-${index}`);
    await Promise.all(ids.map((id) => alarms.arm({ ...call, id })));
    expect((await alarms.list()).map(({ id }) => id).sort()).toEqual([...ids].sort());
  });
}
