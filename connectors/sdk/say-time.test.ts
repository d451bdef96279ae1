import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import type { View } from '#connectors/sdk/action.ts';
import { sayClockSpan, sayDay, sayLocal, sayMoment, saySpan } from '#connectors/sdk/say-time.ts';

const view: View = { now: '2026-11-25T12:00:00.000Z', timeZone: 'Europe/Lisbon', locale: 'en-GB' };
const day = (date: string, change: Partial<View> = {}) => sayDay(Temporal.PlainDate.from(date), { ...view, ...change });
const span = (
  startsAt: string,
  endsAt: string,
  change: { allDay?: boolean; timeZone?: string } = {},
  as: Partial<View> = {},
) => saySpan({ startsAt, endsAt, allDay: false, timeZone: 'Europe/Lisbon', ...change }, { ...view, ...as });

describe('a day', () => {
  it('has its year only when that is another one', () => {
    expect(day('2026-11-26')).toBe('Thursday 26 November');
    expect(day('2027-01-01')).toBe('Friday 1 January 2027');
    expect(day('2026-01-01', { now: '2025-12-31T23:30:00.000Z', timeZone: 'Asia/Tokyo' })).toBe('Thursday 1 January');
  });
  it.each([
    ['en-US', 'Thursday, November 26'],
    ['en-IE', 'Thursday 26 November'],
    ['en-AU', 'Thursday 26 November'],
    ['de-DE', 'Thursday 26 November'],
    ['ar-EG', 'Thursday 26 November'],
    ['th-TH-u-ca-buddhist', 'Thursday 26 November'],
  ])('in the habit of %s is %s', (locale, said) => {
    expect(day('2026-11-26', { locale })).toBe(said);
  });
});

describe('a moment', () => {
  it.each([
    ['en-GB', 'Thursday 26 November, 09:05'],
    ['en-US', 'Thursday, November 26, 9:05 AM'],
    ['en-AU', 'Thursday 26 November, 9:05 am'],
    ['de-DE', 'Thursday 26 November, 09:05'],
    ['pt-PT', 'Thursday 26 November, 09:05'],
    ['hi-IN', 'Thursday 26 November, 9:05 am'],
  ])('in the habit of %s is %s', (locale, said) => {
    expect(sayMoment('2026-11-26T09:05:00.000Z', { ...view, locale })).toBe(said);
  });
  it('is read on the person’s own clock', () => {
    expect(sayMoment('2026-11-26T23:30:00.000Z', { ...view, timeZone: 'Asia/Kolkata' })).toBe(
      'Friday 27 November, 05:00',
    );
  });
  it('begins the day at 00:00', () => {
    expect(sayMoment('2026-11-26T00:00:00.000Z', view)).toBe('Thursday 26 November, 00:00');
    expect(sayMoment('2026-11-26T00:00:00.000Z', { ...view, locale: 'de-DE' })).toBe('Thursday 26 November, 00:00');
  });
});

describe('a time of some zone', () => {
  it('is said once where both clocks agree', () => {
    expect(sayLocal('2026-11-26T15:00:00', 'Europe/London', view)).toBe('Thursday 26 November, 15:00');
  });
  it('is said on both clocks where they differ', () => {
    expect(sayLocal('2026-11-26T15:00:00', 'America/Argentina/Buenos_Aires', view)).toBe(
      'Thursday 26 November, 18:00 (15:00 Buenos Aires time)',
    );
  });
  it('is the time at which the clock will really stand', () => {
    expect(sayLocal('2026-03-29T01:30:00', 'Europe/Lisbon', view)).toBe('Sunday 29 March, 02:30');
  });
});

describe('a stretch of time', () => {
  it.each([
    ['2026-11-26T15:00:00', '2026-11-26T16:30:00', 'Thursday 26 November, 15:00–16:30'],
    ['2026-11-26T15:00:00', '2026-11-26T15:00:00', 'Thursday 26 November, 15:00'],
    ['2026-11-26T23:00:00', '2026-11-27T01:00:00', 'Thursday 26 November, 23:00 to Friday 27 November, 01:00'],
    ['2026-12-31T23:00:00', '2027-01-01T01:00:00', 'Thursday 31 December, 23:00 to Friday 1 January 2027, 01:00'],
  ])('from %s to %s is %s', (startsAt, endsAt, said) => {
    expect(span(startsAt, endsAt)).toBe(said);
  });
  it.each([
    ['2026-11-26', '2026-11-27', 'Thursday 26 November, all day'],
    ['2026-11-26', '2026-11-26', 'Thursday 26 November, all day'],
    ['2026-11-26', '2026-11-29', 'Thursday 26 November to Saturday 28 November'],
  ])('all day from %s to %s, which is not included, is %s', (startsAt, endsAt, said) => {
    expect(span(startsAt, endsAt, { allDay: true })).toBe(said);
    expect(span(startsAt, endsAt, { allDay: true, timeZone: 'Asia/Tokyo' })).toBe(said);
  });
  it('has both clocks where they differ', () => {
    expect(span('2026-11-26T15:00:00', '2026-11-26T16:00:00', { timeZone: 'Europe/Madrid' })).toBe(
      'Thursday 26 November, 14:00–15:00 (15:00–16:00 Madrid time)',
    );
  });
  it('can be said without its day', () => {
    const nine = {
      startsAt: '2026-11-26T09:00:00',
      endsAt: '2026-11-26T09:15:00',
      allDay: false,
      timeZone: 'Europe/Lisbon',
    };
    expect(sayClockSpan(nine, view)).toBe('09:00–09:15');
    expect(sayClockSpan(nine, { ...view, locale: 'en-US' })).toBe('9:00 AM–9:15 AM');
    expect(sayClockSpan({ ...nine, startsAt: '2026-11-26', endsAt: '2026-11-27', allDay: true }, view)).toBe('all day');
  });
});
