import { describe, expect, it } from 'vitest';
import { testAlarms } from '#connectors/sdk/alarms.testsuite.ts';
import { openHandClock } from '#main/schedules/hand-clock.testsuite.ts';

const schedule = { id: 'a', message: 'Stretch', startsAt: '2026-11-26T15:00:00', timeZone: 'UTC', rrule: null };

describe('the alarm list on disk', () => {
  testAlarms(async (now) => {
    const hand = await openHandClock();
    Object.defineProperty(hand, 'now', { get: now });
    return { alarms: hand.alarms, close: async () => hand.close() };
  });

  it('is there after a restart', async () => {
    const hand = await openHandClock();
    const armed = await hand.alarms.arm(schedule);
    await hand.restart();
    expect(await hand.alarms.list()).toEqual([armed]);
    hand.close();
  });

  it('tells the clock of every change, once it is on disk', async () => {
    const seen: (string | undefined)[] = [];
    const hand = await openHandClock(async () => seen.push((await hand.alarms.get('a'))?.startsAt));
    const armed = await hand.alarms.arm(schedule);
    await hand.alarms.replace({ ...schedule, startsAt: '2026-11-26T16:00:00' });
    await hand.alarms.putBack(armed);
    await hand.alarms.disarm('a');
    expect(seen).toEqual(['2026-11-26T15:00:00', '2026-11-26T16:00:00', '2026-11-26T15:00:00', undefined]);
    hand.close();
  });
});
