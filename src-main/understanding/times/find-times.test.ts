import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findTimes, writeTime } from '#main/understanding/times/find-times.ts';
import { settingAt } from '#main/understanding/times/setting.ts';

/** Wednesday 25 November 2026, 10:30 in London. */
const setting = settingAt('2026-11-25T10:30:00Z', 'Europe/London', false);

function read(text: string): readonly string[] {
  return findTimes(text, setting).flatMap(({ resolved }) => {
    if (resolved === null) return ['no such day'];
    const { start, end } = writeTime(resolved, 'UTC');
    const point = (text: string | null) => (text === null ? '…' : text.slice(0, 16));
    return [
      resolved.rrule ?? (end === null && start?.includes('T') ? point(start) : `${point(start)} – ${point(end)}`),
    ];
  });
}

describe('one day', () => {
  test.each([
    ['see you tomorrow', '2026-11-26 – 2026-11-27'],
    ['the day after tomorrow', '2026-11-27 – 2026-11-28'],
    ['on Wednesday', '2026-11-25 – 2026-11-26'],
    ['next Wednesday', '2026-12-02 – 2026-12-03'],
    ['this coming Wednesday', '2026-12-02 – 2026-12-03'],
    ['on Friday of next week', '2026-12-04 – 2026-12-05'],
    ['May the fourth', '2027-05-04 – 2027-05-05'],
    ['on 3/9/2027', '2027-09-03 – 2027-09-04'],
    ['on the 21st of December', '2026-12-21 – 2026-12-22'],
    ['sept 2nd, 2030', '2030-09-02 – 2030-09-03'],
    ['nine days from now', '2026-12-04 – 2026-12-05'],
    ['a fortnight ago', '2026-11-11 – 2026-11-12'],
    ['5 business days from today', '2026-12-02 – 2026-12-03'],
    ['3 weeks after New Year', '2027-01-22 – 2027-01-23'],
    ['the second Sunday of next month', '2026-12-13 – 2026-12-14'],
    ['Good Friday', '2027-03-26 – 2027-03-27'],
    ['Thanksgiving 2028', '2028-11-23 – 2028-11-24'],
    ['31 November', 'no such day'],
    ['31st of this month', 'no such day'],
    ['on the 15', '2026-12-15 – 2026-12-16'],
    ['I was away for the second.', '2026-12-02 – 2026-12-03'],
    ['we met Friday the 20th', '2026-11-20 – 2026-11-21'],
    ['October. 2', '2027-10-02 – 2027-10-03'],
    ['the 3rd of March nineteen oh five', '1905-03-03 – 1905-03-04'],
    ['Clean Monday', '2027-02-08 – 2027-02-09'],
    ['past day', '2026-11-24 – 2026-11-25'],
  ])('%s', (text, wanted) => expect(read(text)).toEqual([wanted]));
});

describe('a time of day', () => {
  test.each([
    ['at 4', '2026-11-25T16:00'],
    ['at 8.15 am', '2026-11-26T08:15'],
    ['tomorrow at half past nine', '2026-11-26T09:30'],
    ['twenty to six this evening', '2026-11-25T17:40'],
    ['Sunday noon', '2026-11-29T12:00'],
    ['tonight at 11', '2026-11-25T23:00'],
    ['in 45 minutes', '2026-11-25T11:15'],
    ['an hour and a half from now', '2026-11-25T12:00'],
    ['2027-02-03T08:05', '2027-02-03T08:05'],
    ['8pm on the 15', '2026-12-15T20:00'],
    ['on 15 at 8:00', '2026-12-15T08:00'],
    ['Wed Oct 26 15:50:06 2016', '2016-10-26T15:50'],
  ])('%s', (text, wanted) => expect(read(text)).toEqual([wanted]));
});

describe('a stretch', () => {
  test.each([
    ['next week', '2026-11-30 – 2026-12-07'],
    ['this weekend', '2026-11-28 – 2026-11-30'],
    ['in March', '2027-03-01 – 2027-04-01'],
    ['the rest of the month', '2026-11-25 – 2026-12-01'],
    ['the first week of June', '2027-05-31 – 2027-06-07'],
    ['Q3 2027', '2027-07-01 – 2027-10-01'],
    ['the eighties', '1980-01-01 – 1990-01-01'],
    ['the next 10 days', '2026-11-26 – 2026-12-06'],
    ['from 9 to 14 August', '2027-08-09 – 2027-08-14'],
    ['between 30 December and 2 January', '2026-12-30 – 2027-01-02'],
    ['from 2 to half past 3 tomorrow', '2026-11-26T14:00 – 2026-11-26T15:30'],
    ['Monday from 22:00 to 1:00', '2026-11-30T22:00 – 2026-12-01T01:00'],
    ['tomorrow afternoon', '2026-11-26T12:00 – 2026-11-26T16:00'],
    ['for 2 hours from 1pm on Friday', '2026-11-27T13:00 – 2026-11-27T15:00'],
    ['before Easter', '… – 2027-03-28'],
    ['since last Monday', '2026-11-16 – …'],
    ['2027 or later', '2027-01-01 – …'],
    ['more than 2 weeks ago', '… – 2026-11-11'],
    ['the past few weeks', '2026-11-04 – 2026-11-25'],
    ['the past 3 minutes', '2026-11-25T10:27 – 2026-11-25T10:30'],
    ['within the next 2 weeks', '2026-11-25 – 2026-12-09'],
    ['November between 27 and 29', '2026-11-27 – 2026-11-29'],
    ['11 / 2027', '2027-11-01 – 2027-12-01'],
    ['the nineteen seventies', '1970-01-01 – 1980-01-01'],
    ['next year’s third quarter', '2027-07-01 – 2027-10-01'],
    ['Tuesday pm', '2026-12-01T12:00 – 2026-12-01T16:00'],
    ['before or in March', '… – 2027-04-01'],
    ['later than or on 3 March', '2027-03-03 – …'],
    ['sooner than 2028', '… – 2028-01-01'],
  ])('%s', (text, wanted) => expect(read(text)).toEqual([wanted]));
});

describe('again and again', () => {
  test.each([
    ['every other Thursday', 'FREQ=WEEKLY;INTERVAL=2;BYDAY=TH'],
    ['on weekdays at 7', 'FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR'],
    ['Mondays and Fridays', 'FREQ=WEEKLY;BYDAY=MO,FR'],
    ['every 3 months', 'FREQ=MONTHLY;INTERVAL=3'],
    ['twice a year', 'FREQ=YEARLY'],
    ['every 6 January', 'FREQ=YEARLY;BYMONTH=1;BYMONTHDAY=6'],
    ['the last Friday of every month', 'FREQ=MONTHLY;BYDAY=-1FR'],
    ['on the last working day of the month', 'FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1'],
    ['every evening', 'FREQ=DAILY'],
  ])('%s', (text, wanted) => expect(read(text)).toEqual([wanted]));
});

describe('no time at all', () => {
  test.each([
    'you may go now and then',
    'have a nice day',
    'call +351 912 2026 100',
    'a table for six people',
    'the file is version 3.11.2',
    'she sat in the sun',
    'march on, soldiers',
    'keep it up to date',
    'we won 3:2',
    'for the second time',
    'on 15 people',
  ])('%s', (text) => expect(read(text)).toEqual([]));
});

test('what is taken back is replaced', () => {
  expect(read('on Tuesday, no wait, Thursday at 5')).toEqual(['2026-11-26T17:00']);
});

/** Words that times are made of, put together in any order. */
const PIECES =
  'next last this the a half quarter of year month week day 0th zeroth 0 1.5 12 31 999999 first fifth 29 february 1999 q h 4 - / : am pm noon every other second monday weekend except holidays in ago before after until to decade century 90s spring easter morning tonight tomorrow twenty hundred working days end for hours years couple 25:00 daily biweekly twice';

test('whatever words of times stand together, it answers with dates that can be written, or with none', () => {
  const sentence = fc.array(fc.constantFrom(...PIECES.split(' ')), { maxLength: 7 }).map((words) => words.join(' '));
  const written = /^\d{4}-\d\d-\d\d(?:T\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d))?$/;
  fc.assert(
    fc.property(sentence, (text) => {
      for (const { resolved } of findTimes(text, setting)) {
        if (resolved === null) continue;
        const { start, end } = writeTime(resolved, 'Europe/London');
        for (const point of [start, end]) if (point !== null) expect(point).toMatch(written);
      }
    }),
    { numRuns: 2000, examples: [['last half quarter'], ['0th quarter of the year'], ['999999 next years']] },
  );
});
