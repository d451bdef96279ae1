import fc from 'fast-check';
import { expect, test } from 'vitest';
import { UnderstandingSchema } from '#contract/model/understanding.ts';
import { understand } from '#main/planner/understand.ts';

/** Wednesday 25 November 2026 at noon in Lisbon. */
const read = (text: string, more: Partial<Parameters<typeof understand>[0]> = {}) =>
  understand({ text, now: '2026-11-25T12:00:00Z', timeZone: 'Europe/Lisbon', locale: 'en-GB', ...more });
const goals = (text: string) => read(text).goals.map(({ domain, intent }) => [domain, intent]);

test('several goals in one sentence are told apart', () => {
  expect(goals('add milk to the shopping list and send an email to Ana about the trip')).toEqual([
    ['shopping-food', 'list.add'],
    ['communication', 'mail.send'],
  ]);
});

test('“and” within one goal does not part it', () => {
  expect(goals('add salt and pepper to the shopping list')).toEqual([['shopping-food', 'list.add']]);
});

test('nothing said is nothing understood', () => {
  expect(read('  ')).toEqual({ goals: [], times: [], amounts: [] });
});

test('what nothing here can do is said to be out of scope, with a question', () => {
  const [goal] = read('who discovered the source of the Nile').goals;
  expect(goal).toMatchObject({ domain: 'out-of-scope', intent: 'unknown.ask', slots: {} });
  expect(goal?.question).toContain('can’t do that');
});

test('what is missing is asked for in one short question', () => {
  expect(read('write an email about the party').goals[0]?.question).toBe('Who should it go to?');
  expect(read('write an email to Ana about the party').goals[0]?.question).toBeUndefined();
});

test('a moment has its offset, a day is a plain date, and the end is exclusive', () => {
  expect(read('lunch on Friday at 1pm').times).toEqual([
    { text: 'on Friday at 1pm', start: '2026-11-27T13:00:00+00:00', end: null, allDay: false, rrule: null },
  ]);
  expect(read('block tomorrow').times).toMatchObject([{ start: '2026-11-26', end: '2026-11-27', allDay: true }]);
  expect(read('dentist on 4 July at 9am').times).toMatchObject([{ start: '2027-07-04T09:00:00+01:00' }]);
});

test('an open side is null', () => {
  expect(read('renew the passport before June').times).toMatchObject([{ start: null, end: '2027-06-01' }]);
  expect(read('free from now on, starting Monday').times.at(-1)).toMatchObject({ start: '2026-11-30', end: null });
});

test('a correction takes the place of what it corrects, and keeps the rest', () => {
  expect(read('lunch on Thursday at 1pm, no, Friday').times).toMatchObject([{ start: '2026-11-27T13:00:00+00:00' }]);
  expect(read('meet at 3, sorry, at 4 tomorrow').times).toMatchObject([{ start: '2026-11-26T16:00:00+00:00' }]);
});

test('“an hour later” moves what was said before, and is no time by itself', () => {
  const { goals, times } = read('move it an hour later');
  expect(goals[0]).toMatchObject({ intent: 'calendar.change', slots: { shift: 'PT1H' } });
  expect(times).toEqual([]);
});

test('the exception to a rhythm is kept in words', () => {
  const { goals, times } = read('put team lunch in the calendar every second Tuesday except holidays');
  expect(times).toMatchObject([{ rrule: 'FREQ=WEEKLY;INTERVAL=2;BYDAY=TU' }]);
  expect(goals[0]?.slots.except).toBe('holidays');
});

test('the last working day of the month is a rhythm', () => {
  expect(read('pay the rent on the last working day of the month').times).toMatchObject([
    { start: '2026-11-30', rrule: 'FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1' },
  ]);
});

test('slots keep whom, what and how long', () => {
  expect(read('add oats, two lemons and rice to my shopping list').goals[0]?.slots).toEqual({
    list: 'shopping',
    items: ['oats', 'two lemons', 'rice'],
  });
  expect(read('meeting with Ana Silva for an hour and a half on Monday at 10').goals[0]?.slots).toMatchObject({
    people: ['Ana Silva'],
    duration: 'PT90M',
  });
  expect(read('email Tom saying that lunch is at one').goals[0]?.slots).toMatchObject({
    people: ['Tom'],
    saying: 'lunch is at one',
  });
});

test('money is not taken for a time', () => {
  const { times, amounts } = read('pay Ana $12 on Friday');
  expect(amounts).toEqual([{ text: '$12', minor: 1200, currency: 'USD' }]);
  expect(times).toMatchObject([{ start: '2026-11-27' }]);
});

test('5/12 is read in the order of the person’s country', () => {
  expect(read('due on 5/12').times).toMatchObject([{ start: '2026-12-05' }]);
  expect(read('due on 5/12', { locale: 'en-US' }).times).toMatchObject([{ start: '2027-05-12' }]);
});

const WORDS =
  'every other last working day of the month first 31 feb 29 2026 12/31 99:99 3pm 25 from to - until before after between and next this past 999999 years weeks century fortnight ago in half a quarter past noon tonight weekend q5 1st 32nd easter eid $5 5k million € USD add remind me Ana list no Friday, within more than less 0 0th minutes : / . ~ > = “quote” 🎉'.split(
    ' ',
  );
const sentences = fc.array(fc.constantFrom(...WORDS), { maxLength: 40 }).map((words) => words.join(' '));
const moments = fc.date({ min: new Date('1990-01-01'), max: new Date('2100-01-01'), noInvalidDate: true });

test('any order of the words that it looks for, at any time in any zone, is understood soundly', () => {
  const zones = fc.constantFrom('Europe/Lisbon', 'America/New_York', 'Asia/Kolkata', 'Pacific/Apia', 'UTC');
  fc.assert(
    fc.property(sentences, moments, zones, (text, now, timeZone) => {
      const found = read(text, { now: now.toISOString(), timeZone });
      expect(UnderstandingSchema.safeParse(found).error).toBeUndefined();
    }),
    { numRuns: 400 },
  );
});

test('any text is understood soundly', () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 1000, unit: 'binary' }), (text) => {
      expect(UnderstandingSchema.safeParse(read(text)).error).toBeUndefined();
    }),
    { numRuns: 150 },
  );
});

test('names mean people in the contacts, whatever the capitals and accents; of two who fit, both are told', () => {
  const people = [
    { name: 'Ana Silva', nicknames: ['Nani'], email: 'ana@example.com' },
    { name: 'Ana Lima', nicknames: [], email: 'lima@example.com' },
    { name: 'José Núñez', nicknames: [], email: 'jose@example.com' },
    { name: 'May March', nicknames: [], email: 'may@example.com' },
  ];
  const contacts = (text: string) => read(text, { people }).goals.flatMap(({ slots }) => slots.contacts ?? []);
  expect(contacts('email jose nunez and nani that I’m late')).toEqual([
    { said: 'jose nunez', name: 'José Núñez', email: 'jose@example.com' },
    { said: 'nani', name: 'Ana Silva', email: 'ana@example.com' },
  ]);
  expect(contacts('tell Ana it’s fine').map(({ name }) => name)).toEqual(['Ana Silva', 'Ana Lima']);
  expect(contacts('put the dentist on 3 May')).toEqual([]);
});

test('five thousand contacts cost less than the 50 ms that an answer may take', () => {
  const people = Array.from({ length: 5000 }, (_, index) => ({
    name: `Person${index} Name${index % 700}`,
    nicknames: [`p${index}`],
    email: `p${index}@example.com`,
  }));
  read('email p17 that I’m late', { people });
  const times = Array.from({ length: 5 }, () => {
    const began = performance.now();
    read('email person17 that I’m late', { people });
    return performance.now() - began;
  });
  expect(Math.min(...times)).toBeLessThan(50);
});
