import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { connector } from '#connectors/calendar/connector.ts';
import { parseInput } from '#connectors/sdk/parse-input.ts';
import { actionOf } from '#connectors/sdk/trial-world.testsuite.ts';

/** What comes close to fitting, so that checks of several details together see all of it. */
const nearly: Record<string, fc.Arbitrary<unknown>> = {
  title: fc.constantFrom('Dentist', ' ', 'a\u0000b'),
  query: fc.constantFrom('Dentist', '', 'x'.repeat(400)),
  startsAt: fc.constantFrom('2026-11-26T15:00:00', '2026-11-26', '2026-13-26T15:00:00', '2026-02-30', 'soon'),
  endsAt: fc.constantFrom('2026-11-26T15:00:00', '2026-11-26', '2026-13-26T15:00:00', '2026-11-27', null),
  from: fc.constantFrom('2026-11-26T15:00:00', '2026-13-26T15:00:00', 'soon'),
  to: fc.constantFrom('2026-11-26T15:00:00', '2026-12-26T15:00:00', '2026-13-26T15:00:00'),
  date: fc.constantFrom('2026-11-26', '2026-02-30', null),
  time: fc.constantFrom('15:00:00', '25:00:00', null),
  timeZone: fc.constantFrom('Europe/Lisbon', 'Mars/Olympus', '+01:00', ''),
  rrule: fc.constantFrom('FREQ=DAILY', 'FREQ=HOURLY', 'FREQ=NEVER', 'FREQ=DAILY;UNTIL=20269999', null),
  minutes: fc.constantFrom(30, 0, 1.5, 1e12, null),
  byMinutes: fc.constantFrom(30, 0, -1e12, null),
};

describe('whatever is given to an action', () => {
  it.each(connector.actions.map(({ name }) => name))('%s takes it or says plainly what is wrong', (name) => {
    const detail = fc.oneof({ weight: 1, arbitrary: fc.jsonValue() }, { weight: 1, arbitrary: fc.constant(undefined) });
    const input = fc.record(
      {
        ...Object.fromEntries(
          Object.entries(nearly).map(([key, near]) => [key, fc.oneof({ weight: 9, arbitrary: near }, detail)]),
        ),
        uid: fc.oneof(fc.constant('one'), detail),
        occurrence: fc.oneof(fc.constantFrom('2026-11-26', '2026-02-30', null), detail),
      },
      { requiredKeys: [] },
    );
    const { labels } = actionOf(connector, name);
    const taken = new Set([...Object.keys(labels), 'uid', 'occurrence', 'timeZone', 'startsAt', 'rrule']);
    fc.assert(
      fc.property(input, (all) => {
        const raw = Object.fromEntries(Object.entries(all).filter(([key]) => taken.has(key)));
        const parsed = parseInput(actionOf(connector, name), raw);
        if (!parsed.ok) expect(parsed.failure.kind).toBe('invalid-arguments');
      }),
      { numRuns: 300 },
    );
  });

  it.each([
    [{ endsAt: '2026-11-26T15:00:00' }, 'Ends: It has to end after it starts.'],
    [{ endsAt: '2026-11-27' }, 'Ends: Give both a time of day, or neither.'],
    [{ timeZone: 'Mars/Olympus', endsAt: '2026-11-26T16:00:00' }, 'time zone'],
    [{ startsAt: '2026-11-26', rrule: 'FREQ=HOURLY' }, 'Repeats: A whole day can’t repeat within a day.'],
  ])('a new event with %j: %s', (details, sentence) => {
    const event = { title: 'Dentist', startsAt: '2026-11-26T15:00:00', timeZone: 'Europe/Lisbon', ...details };
    const parsed = parseInput(actionOf(connector, 'calendar.create-event'), event);
    expect(JSON.stringify(parsed)).toContain(sentence);
  });
});
