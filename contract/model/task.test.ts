import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { IntentSchema, MAX_INTENT, NewTaskSchema } from '#contract/model/task.ts';

const sentenceFor = (text: unknown): string | undefined => IntentSchema.safeParse(text).error?.issues[0]?.message;

describe('what the person may say', () => {
  it.each([
    'Put dentist on Thursday at 3pm',
    'Zahnarzt am Donnerstag um 15 Uhr',
    '木曜日の3時に歯医者',
    'buy milk 🥛\nand bread\t(brown)',
    'a'.repeat(MAX_INTENT),
  ])('takes %s', (text) => {
    expect(IntentSchema.parse(text)).toBe(text);
  });

  it.each([
    ['nothing', ''],
    ['spaces', ' \n\t '],
    ['no text at all', undefined],
    ['a number', 7],
  ])('asks for a sentence when given %s', (_what, text) => {
    expect(sentenceFor(text)).toBe('Say what you want done, in a sentence.');
  });

  it.each([
    ['emoji only', '🎉🎉🎉', 'There are no words in that. Say what you want done.'],
    ['punctuation only', '?!…', 'There are no words in that. Say what you want done.'],
    ['a control character', 'call\u0000Ana', 'That holds characters that cannot be read. Type it again.'],
    ['an escape sequence', '\u001b[31mred', 'That holds characters that cannot be read. Type it again.'],
    ['100 kB', 'a'.repeat(100_000), 'That is too long. Keep it under 12,000 characters.'],
  ])('says plainly what is wrong with %s', (_what, text, sentence) => {
    expect(sentenceFor(text)).toBe(sentence);
  });

  it('takes any text that holds a letter and no control character', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (text) => {
        expect(IntentSchema.parse(`x${text}x`)).toBe(`x${text}x`);
      }),
    );
  });

  it('knows its fields and the time zones, and takes nothing else', () => {
    expect(NewTaskSchema.safeParse({ intent: 'buy milk', timeZone: 'Europe/Lisbon' }).success).toBe(true);
    expect(NewTaskSchema.safeParse({ intent: 'buy milk', timeZone: 'Mars/Olympus' }).success).toBe(false);
    expect(NewTaskSchema.safeParse({ intent: 'buy milk', approved: true }).success).toBe(false);
  });
});
