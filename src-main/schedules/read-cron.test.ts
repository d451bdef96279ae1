import { describe, expect, it } from 'vitest';
import type { Trigger } from '#contract/model/trigger.ts';
import { nextTimes } from '#main/schedules/next-due.ts';
import { readCron } from '#main/schedules/read-cron.ts';

const times = (cron: string, after: string, most = 3, timeZone = 'Europe/Lisbon') =>
  nextTimes({ kind: 'cron', cron, timeZone } satisfies Trigger, after, most);

describe('a cron line gives', () => {
  it.each([
    ['every weekday at seven', '0 7 * * mon-fri', ['2026-11-27T07:00', '2026-11-30T07:00', '2026-12-01T07:00']],
    ['every quarter of an hour', '*/15 * * * *', ['2026-11-26T10:15', '2026-11-26T10:30', '2026-11-26T10:45']],
    ['several hours', '30 9,17 * * *', ['2026-11-26T17:30', '2026-11-27T09:30', '2026-11-27T17:30']],
    ['Sunday by either number', '0 12 * * 0,7', ['2026-11-29T12:00', '2026-12-06T12:00', '2026-12-13T12:00']],
    ['the last month’s last day', '0 0 31 12 *', ['2026-12-31T00:00', '2027-12-31T00:00', '2028-12-31T00:00']],
    ['a leap day', '0 8 29 2 *', ['2028-02-29T08:00', '2032-02-29T08:00', '2036-02-29T08:00']],
    ['the first or any Friday', '0 8 1 * fri', ['2026-11-27T08:00', '2026-12-01T08:00', '2026-12-04T08:00']],
    ['months by name', '0 8 1 jan,mar *', ['2027-01-01T08:00', '2027-03-01T08:00', '2028-01-01T08:00']],
    ['a range with a step', '10-40/20 11 * * *', ['2026-11-26T11:10', '2026-11-26T11:30', '2026-11-27T11:10']],
  ])('%s: %s', (_what, cron, expected) => {
    // Lisbon is on UTC in winter; none of these falls into summer time but March, which begins on the 28th.
    expect(times(cron, '2026-11-26T10:00:30.000Z')).toEqual(expected.map((time) => `${time}:00.000Z`));
  });

  it('never the moment itself', () => {
    expect(times('0 7 * * *', '2026-11-26T07:00:00.000Z', 1)).toEqual(['2026-11-27T07:00:00.000Z']);
  });

  it('a time that the clock skips at the next one that there is, once', () => {
    expect(times('30 1 * * *', '2027-03-27T12:00:00.000Z', 2)).toEqual([
      '2027-03-28T01:30:00.000Z',
      '2027-03-29T00:30:00.000Z',
    ]);
  });

  it('a time that comes twice once, the first time', () => {
    expect(times('30 1 * * *', '2027-10-30T12:00:00.000Z', 2)).toEqual([
      '2027-10-31T00:30:00.000Z',
      '2027-11-01T01:30:00.000Z',
    ]);
  });
});

it.each([
  '',
  '* * * *',
  '60 * * * *',
  '0 24 * * *',
  '0 8 0 * *',
  '0 8 * 13 *',
  '0 8 * * 8',
  '5-1 8 * * *',
  'a 8 * * *',
  '*/0 * * * *',
  '0 8 * * * *',
])('cannot read “%s”', (cron) => {
  expect(readCron(cron)).toBeNull();
});
