import { describe, expect, it } from 'vitest';
import { capitalised, foldText, lineOf, matchesWords, nonEmptyLineOf, textOf } from '#connectors/sdk/plain-text.ts';

const problemOf = (parsed: { success: boolean; error?: { issues: { message: string }[] } }) =>
  parsed.error?.issues.map(({ message }) => message) ?? [];

describe('a line', () => {
  it.each(['Dentist', 'Zoë 🎂👩‍👩‍👧', 'שלום', 'می‌خواهم', 'a’b “c”', ''])('takes %j', (text) => {
    expect(lineOf(50).parse(text)).toBe(text);
  });
  it('is trimmed', () => expect(lineOf(50).parse('  Dentist\n')).toBe('Dentist'));
  it.each(['two\nlines', 'two\r\nlines', 'a\tb', 'a\u0000b', 'a\u2028b', 'a\u202eb', 'a\ud800b', 'a\u001b[31m'])(
    'refuses %j',
    (text) => {
      expect(problemOf(lineOf(50).safeParse(text))).toEqual(['This holds characters that cannot be read.']);
    },
  );
  it('is not longer than it may be', () => {
    expect(lineOf(5).safeParse('12345').success).toBe(true);
    expect(problemOf(lineOf(5).safeParse('123456'))).toEqual(['Keep this under 5 characters.']);
  });
  it('is not empty where it must say something', () => {
    expect(problemOf(nonEmptyLineOf(5).safeParse('  '))).toEqual(['This is empty.']);
  });
});

describe('text', () => {
  it('takes several lines and tabs, and keeps them as they are', () => {
    const text = '  one\n\ttwo\r\n\n';
    expect(textOf(50).parse(text)).toBe(text);
  });
  it.each(['a\u0000b', 'a\u202eb', 'a\udfffb', 'a\u001bb', 'a\u0085b'])('refuses %j', (text) => {
    expect(textOf(50).safeParse(text).success).toBe(false);
  });
});

it.each([
  ['pay the rent', 'Pay the rent'],
  ['écrire', 'Écrire'],
  ['𐐨 old letters', '𐐀 old letters'],
  ['10 eggs', '10 eggs'],
  ['', ''],
])('%j begins a sentence as %j', (text, sentence) => {
  expect(capitalised(text)).toBe(sentence);
});

it.each([
  ['  Two   Spaces\n', 'two spaces'],
  ['ÉVORA', 'evora'],
  ['ﬁancé', 'fiance'],
  ['Ｆｕｌｌ', 'full'],
])('%j is compared as %j', (text, folded) => {
  expect(foldText(text)).toBe(folded);
});

describe('matching words', () => {
  it.each([
    ['Dentist at the high street', 'dentist'],
    ['Dentist at the high street', 'STREET high'],
    ['Dentist', 'dent'],
    ['Almoço com a Zoë', 'zoe almoco'],
    ['Pay the rent', 'the rent of my'],
    ['Ana’s birthday', "ana's birthday"],
    ['Ana’s birthday', 'ana'],
    ['bo@example.com', 'example.com'],
    ['Buy: milk, eggs', '“milk”'],
    ['What is it about', 'about'],
    ['明天看牙医', '牙医'],
    ['anything', ''],
  ])('%j matches %j', (text, query) => {
    expect(matchesWords(text, query)).toBe(true);
  });
  it.each([
    ['Party', 'art'],
    ['Dentist', 'dentist tomorrow'],
    ['Rent', 'parent'],
    ['Pay the rent', 'the'.repeat(2)],
    ['', 'dentist'],
  ])('%j does not match %j', (text, query) => {
    expect(matchesWords(text, query)).toBe(false);
  });
  it('lets a caller name words that mean nothing there, unless there are no others', () => {
    expect(matchesWords('Dentist', 'dentist appointment', ['appointment'])).toBe(true);
    expect(matchesWords('Dentist', 'appointment', ['appointment'])).toBe(false);
    expect(matchesWords('Appointment', 'my appointment', ['appointment'])).toBe(true);
  });
});
