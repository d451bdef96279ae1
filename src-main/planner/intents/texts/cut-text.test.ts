import { expect, it } from 'vitest';
import { findTextToSumUp } from '#main/planner/intents/texts/cut-text.ts';

const text = 'The water is off on Tuesday from nine to twelve, so please fill a bucket.';

it.each([
  [`Summarise this: ${text}`, 'Summarise this'],
  [
    `Could you please sum up the following article for me:\n\n${text}`,
    'Could you please sum up the following article for me',
  ],
  [`what’s the gist of this message?\n${text}`, 'what’s the gist of this message'],
  [`What’s the gist of this message:\n${text}`, 'What’s the gist of this message'],
  [`TL;DR\n${text}`, 'TL;DR'],
  [`${text}\n\nGive me a short summary of that, please.`, 'Give me a short summary of that, please'],
])('%j', (whole, said) => {
  expect(findTextToSumUp(whole)).toEqual({ before: '', said, text });
});

it('stands after what else is asked for', () => {
  const before = 'Add milk to my shopping list';
  for (const joint of ['. ', ' and ', '\n']) {
    expect(findTextToSumUp(`${before}${joint}Summarise this: ${text}`)).toEqual({
      before,
      said: 'Summarise this',
      text,
    });
  }
});

it.each([
  'summarise my note on Lisbon',
  'sum up the email from Ana',
  'Summarise this: the note',
  'summarise the meeting: Budget',
  `Draft an email to ana@example.com: ${text}`,
  `${text} Summarise this`,
  'shorten the meeting on Friday to half an hour',
])('is not there in %j', (whole) => {
  expect(findTextToSumUp(whole)).toBeNull();
});
