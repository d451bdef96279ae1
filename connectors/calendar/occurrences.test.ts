import { afterEach, describe, expect, it } from 'vitest';
import { openCalendar, type TriedCalendar, timeZone } from '#connectors/calendar/tried-calendar.testsuite.ts';

let calendar: TriedCalendar;
afterEach(() => calendar.close());

/** A calendar with these VEVENTs, whose other properties don’t matter here. */
async function openWith(...events: string[]): Promise<void> {
  const components = events.map((event) => `BEGIN:VEVENT\nUID:one\nSUMMARY:It\n${event}\nEND:VEVENT`);
  calendar = await openCalendar(`BEGIN:VCALENDAR\nVERSION:2.0\n${components.join('\n')}\nEND:VCALENDAR\n`);
}

async function starts(from: string, to: string): Promise<string[]> {
  return (await calendar.events(from, to)).map(({ startsAt }) => startsAt);
}

describe('the clock of a series', () => {
  it('is that of its zone, whatever the reader’s does', async () => {
    await openWith('DTSTART;TZID=America/New_York:20260303T090000\nDURATION:PT1H\nRRULE:FREQ=WEEKLY;COUNT=3');
    expect(await calendar.lines('2026-03-01', '2026-04-01')).toEqual([
      'Tuesday 3 March, 14:00–15:00 (09:00–10:00 New York time): “It”',
      'Tuesday 10 March, 13:00–14:00 (09:00–10:00 New York time): “It”',
      'Tuesday 17 March, 13:00–14:00 (09:00–10:00 New York time): “It”',
    ]);
  });

  it('is the reader’s when it floats', async () => {
    await openWith('DTSTART:20260328T013000\nDTEND:20260328T020000\nRRULE:FREQ=DAILY;COUNT=3');
    expect(await calendar.lines('2026-03-28', '2026-03-31')).toEqual([
      'Saturday 28 March, 01:30–02:00: “It”',
      'Sunday 29 March, 02:30–03:00: “It”',
      'Monday 30 March, 01:30–02:00: “It”',
    ]);
  });

  it('stays UTC for a series in UTC, and is the reader’s for a single time', async () => {
    await openWith('DTSTART:20261024T090000Z\nDTEND:20261024T100000Z\nRRULE:FREQ=DAILY;COUNT=2');
    expect(await starts('2026-10-24', '2026-10-26')).toEqual(['2026-10-24T09:00:00', '2026-10-25T09:00:00']);
    expect((await calendar.events('2026-10-24', '2026-10-25'))[0]?.timeZone).toBe('UTC');
    await calendar.close();
    await openWith('DTSTART:20260701T090000Z\nDTEND:20260701T100000Z');
    expect(await calendar.lines('2026-07-01', '2026-07-02')).toEqual(['Wednesday 1 July, 10:00–11:00: “It”']);
  });

  it('comes from the file where nobody else knows the zone', async () => {
    const zone = [
      'BEGIN:VTIMEZONE',
      'TZID:Ship',
      'BEGIN:STANDARD',
      'DTSTART:19700101T000000',
      'TZOFFSETFROM:+0300',
      'TZOFFSETTO:+0300',
      'END:STANDARD',
      'END:VTIMEZONE',
    ].join('\n');
    await openWith('DTSTART;TZID=Ship:20261126T120000');
    await calendar.write((await calendar.text())?.replace('BEGIN:VEVENT', `${zone}\nBEGIN:VEVENT`) ?? '');
    expect(await starts('2026-11-26', '2026-11-27')).toEqual(['2026-11-26T09:00:00']);
  });
});

describe('what differs from the rule', () => {
  it.each([
    ['EXDATE;TZID=Europe/Lisbon:20261124T090000', 'in its zone'],
    ['EXDATE:20261124T090000Z', 'in UTC'],
    ['EXDATE;TZID=Europe/Berlin:20261124T100000', 'in another zone'],
    ['EXDATE;VALUE=DATE:20261124', 'as a date'],
    ['EXDATE:20261124', 'as a date that doesn’t say so'],
  ])('an exception %s, %s, is left out', async (exception) => {
    await openWith(`DTSTART;TZID=Europe/Lisbon:20261123T090000\nRRULE:FREQ=DAILY;COUNT=3\n${exception}`);
    expect(await starts('2026-11-01', '2026-12-01')).toEqual(['2026-11-23T09:00:00', '2026-11-25T09:00:00']);
  });

  it('a time that is added, also twice, comes once', async () => {
    await openWith(
      'DTSTART;TZID=Europe/Lisbon:20261123T090000\nRRULE:FREQ=DAILY;COUNT=2\nRDATE:20261124T090000Z,20261128T170000Z\nRDATE;TZID=Europe/Lisbon:20261128T170000',
    );
    expect(await starts('2026-11-01', '2026-12-01')).toEqual([
      '2026-11-23T09:00:00',
      '2026-11-24T09:00:00',
      '2026-11-28T17:00:00',
    ]);
  });

  it('one that is changed takes the place of its own, one that is cancelled leaves it empty', async () => {
    await openWith(
      'DTSTART;TZID=Europe/Lisbon:20261123T090000\nDURATION:PT1H\nRRULE:FREQ=DAILY;COUNT=4',
      'RECURRENCE-ID:20261124T090000Z\nDTSTART;TZID=Europe/Lisbon:20261130T180000\nDURATION:PT30M',
      'RECURRENCE-ID;TZID=Europe/Lisbon:20261125T090000\nDTSTART;TZID=Europe/Lisbon:20261125T090000\nSTATUS:CANCELLED',
    );
    expect(await calendar.lines('2026-11-01', '2026-12-01')).toEqual([
      'Monday 23 November, 09:00–10:00: “It”',
      'Thursday 26 November, 09:00–10:00: “It”',
      'Monday 30 November, 18:00–18:30: “It”',
    ]);
  });
});

describe('whole days', () => {
  it('are the reader’s days, and last until the end of the last one', async () => {
    await openWith('DTSTART;VALUE=DATE:20261128\nDTEND;VALUE=DATE:20261201');
    expect(await starts('2026-11-30', '2026-12-01')).toEqual(['2026-11-28']);
    expect(await starts('2026-12-01', '2026-12-02')).toEqual([]);
  });

  it('repeat until the day that is named, and skip what is excepted', async () => {
    await openWith(
      'DTSTART;VALUE=DATE:20261128\nRRULE:FREQ=DAILY;UNTIL=20261201\nEXDATE;VALUE=DATE:20261129\nEXDATE:20261130T000000Z',
    );
    expect(await starts('2026-11-01', '2027-01-01')).toEqual(['2026-11-28', '2026-12-01']);
  });
});

describe('ceilings', () => {
  it('a list ends somewhere, and says so', async () => {
    await openWith('DTSTART:20000101T000000Z\nRRULE:FREQ=HOURLY');
    const asked = { from: '2026-11-01T00:00:00', to: '2027-11-01T00:00:00', timeZone };
    const { output } = await calendar.act('list-events', asked);
    expect(output).toMatchObject({ more: true });
    expect(output.events).toHaveLength(500);
  });

  it('what repeats every second is not read, and that is said', async () => {
    await openWith('DTSTART:20000101T000000Z\nRRULE:FREQ=SECONDLY');
    const { output } = await calendar.act('list-events', {
      from: '2026-11-01T00:00:00',
      to: '2027-11-01T00:00:00',
      timeZone,
    });
    expect(output).toMatchObject({ events: [], unread: 1 });
  });

  it('a rule that never comes leaves its start, and a long count is no burden', async () => {
    await openWith('DTSTART:20261101T090000Z\nRRULE:FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30');
    expect(await starts('2026-11-01', '2036-11-01')).toEqual(['2026-11-01T09:00:00']);
    await calendar.close();
    await openWith('DTSTART:20200101T090000Z\nRRULE:FREQ=DAILY;COUNT=9999');
    expect(await starts('2047-05-15', '2047-06-30')).toEqual([
      '2047-05-15T09:00:00',
      '2047-05-16T09:00:00',
      '2047-05-17T09:00:00',
    ]);
  });
});
