import { describe, expect, it } from 'vitest';
import { type BlankKind, BlankKindSchema } from '#contract/model/own-rule.ts';
import { readBlanks, startOf } from '#renderer/features/policies/rule-draft.ts';

const of = (kind: BlankKind) => ({ blanks: { it: kind } });

describe('the blanks of a rule', () => {
  it.each([
    ['people', ' Ana@Example.com, ben@example.com\n\nben@example.com;', ['ana@example.com', 'ben@example.com']],
    ['mail-domain', ' @School.Example', 'school.example'],
    ['count', '3', 3],
    ['time', '22:00', '22:00'],
    ['tool', 'lists.add-items', 'lists.add-items'],
    ['part-of-life', 'health', 'health'],
  ] as const)('%s: “%s” is read as a rule takes it', (kind, text, value) => {
    const { blanks, wrong } = readBlanks(of(kind), { it: text });
    expect(blanks).toEqual({ it: value });
    expect(wrong.size).toBe(0);
  });

  it('money is read in the smallest unit of its own currency', () => {
    const read = (text: string, currency: string) =>
      readBlanks(of('money'), { it: text, 'it.currency': currency }).blanks.it;
    expect(read('12.5', 'EUR')).toEqual({ minor: 1250, currency: 'EUR' });
    expect(read('700', 'JPY')).toEqual({ minor: 700, currency: 'JPY' });
  });

  it.each([
    ['people', ' , '],
    ['mail-domain', 'school'],
    ['count', '0'],
    ['count', '2.5'],
    ['count', ''],
    ['time', '25:00'],
    ['tool', ''],
    ['part-of-life', ''],
    ['money', ''],
    ['money', '-1'],
    ['money', 'much'],
  ] as const)('%s: “%s” is told as wrong by its name', (kind, text) => {
    const { blanks, wrong } = readBlanks(of(kind), { it: text, 'it.currency': 'EUR' });
    expect([...wrong]).toEqual(['it']);
    expect(blanks).toEqual({});
  });

  it.each(BlankKindSchema.options)('has a start for %s, which nobody has to have typed', (kind) => {
    const start = startOf(of(kind));
    expect(start.it).toBeTypeOf('string');
    const isReady = kind === 'count' || kind === 'time';
    expect(readBlanks(of(kind), start).wrong.size).toBe(isReady ? 0 : 1);
  });
});
