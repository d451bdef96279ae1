import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { overlap, type Stretch } from '#contract/model/stretch.ts';
import { nearestFreeTime } from '#main/gate/nearest-free-time.ts';

const view = { now: '2026-11-24T10:00:00.000Z', timeZone: 'Europe/Lisbon' };
const at = (from: string, until: string, allDay = false): Stretch => ({
  from: `2026-11-${from}:00.000Z`,
  until: `2026-11-${until}:00.000Z`,
  allDay,
});
const wanted = at('26T15:00', '26T16:00');

describe('the nearest free time', () => {
  it.each([
    ['right after', [at('26T15:00', '26T16:00')], at('26T16:00', '26T17:00')],
    ['right before, when that is nearer', [at('26T14:30', '26T17:00')], at('26T13:30', '26T14:30')],
    ['the later of two equally near ones', [at('26T14:30', '26T16:30')], at('26T16:30', '26T17:30')],
    ['past what follows at once', [at('26T14:00', '26T16:00'), at('26T16:00', '26T16:45')], at('26T16:45', '26T17:45')],
    ['the next morning, when the day is full', [at('26T08:00', '26T20:00')], at('27T08:00', '27T09:00')],
    [
      'beside a whole day, which is in no hour’s way',
      [at('26T00:00', '27T00:00', true), wanted],
      at('26T16:00', '26T17:00'),
    ],
  ])('is %s', (_what, taken, free) => {
    expect(nearestFreeTime(wanted, taken, view)).toEqual(free);
  });

  it('is at night only for what was wanted at night', () => {
    const late = at('26T22:00', '26T23:00');
    expect(nearestFreeTime(late, [late], view)).toEqual(at('26T23:00', '27T00:00'));
  });

  it('is never over already', () => {
    const soon = at('24T10:00', '24T11:00');
    expect(nearestFreeTime(soon, [at('24T10:30', '24T13:00')], view)).toEqual(at('24T13:00', '24T14:00'));
  });

  it('is another whole day for whole days', () => {
    const fair = at('26T00:00', '27T00:00', true);
    expect(nearestFreeTime(fair, [fair], view)).toEqual(at('27T00:00', '28T00:00', true));
  });

  it('is none when the whole week is taken', () => {
    const nearTheEnd = { ...view, now: '2026-11-26T14:30:00.000Z' };
    expect(nearestFreeTime(wanted, [{ ...wanted, until: '2026-12-05T00:00:00.000Z' }], nearTheEnd)).toBeNull();
  });

  it('is always free, as long, to come and near, whatever is taken', () => {
    const minute = fc.integer({ min: 0, max: 20 * 24 * 60 });
    const start = Date.parse('2026-11-20T00:00:00.000Z');
    const stretch = fc.tuple(minute, fc.integer({ min: 1, max: 600 })).map(([from, length]): Stretch => {
      const instant = (minutes: number) => new Date(start + minutes * 60_000).toISOString();
      return { from: instant(from), until: instant(from + length), allDay: false };
    });
    fc.assert(
      fc.property(stretch, fc.array(stretch, { maxLength: 30 }), (asked, taken) => {
        const free = nearestFreeTime(asked, taken, view);
        if (free === null) return;
        const length = ({ from, until }: Stretch) => Date.parse(until) - Date.parse(from);
        expect(length(free)).toBe(length(asked));
        expect(free.from >= view.now).toBe(true);
        expect(taken.some((each) => overlap(each, free))).toBe(false);
        expect(Math.abs(Date.parse(free.from) - Date.parse(asked.from))).toBeLessThanOrEqual(7 * 86_400_000);
      }),
    );
  });
});
