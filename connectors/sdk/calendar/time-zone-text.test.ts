import fc from 'fast-check';
import ICAL from 'ical.js';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { timeZoneText } from '#connectors/sdk/calendar/time-zone-text.ts';

const zones = [
  'Europe/Lisbon',
  'America/New_York',
  'America/Sao_Paulo',
  'Asia/Kathmandu',
  'Asia/Tokyo',
  'Australia/Lord_Howe',
  'Pacific/Apia',
  'Africa/Casablanca',
  'Africa/Monrovia',
  'UTC',
];

describe('a described time zone', () => {
  it.each(zones)('%s tells every program the same as this computer', (zone) => {
    const described = new ICAL.Timezone(ICAL.Component.fromString(timeZoneText(zone)));
    // Before 1973 Monrovia's clocks were not whole minutes off, which the reading library leaves out.
    const seconds = fc.integer({ min: Date.UTC(1973, 0) / 1000, max: Date.UTC(2049, 0) / 1000 });
    fc.assert(
      fc.property(seconds, (second) => {
        const here = Temporal.Instant.fromEpochMilliseconds(second * 1000).toZonedDateTimeISO(zone);
        const { year, month, day, hour, minute } = here;
        const wall = new ICAL.Time({ year, month, day, hour, minute, second: here.second, isDate: false }, described);
        // A time that comes twice has two right answers.
        const both = ['earlier', 'later'] as const;
        const offsets = both.map(
          (disambiguation) => here.toPlainDateTime().toZonedDateTime(zone, { disambiguation }).offsetNanoseconds / 1e9,
        );
        expect(offsets).toContain(wall.utcOffset());
      }),
      { numRuns: 60 },
    );
  });

  it('is short where the rule is simple, and the same every time', () => {
    const text = timeZoneText('Europe/Lisbon');
    expect(timeZoneText('Europe/Lisbon')).toBe(text);
    expect(text).toContain('RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU\r\n');
    expect(Math.max(...text.split('\r\n').map(({ length }) => length))).toBeLessThanOrEqual(75);
  });
});
