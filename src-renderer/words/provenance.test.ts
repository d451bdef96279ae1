import { describe, expect, test } from 'vitest';
import type { Source } from '#contract/model/source.ts';
import { originsOf, originWords, sourceSentence } from '#renderer/words/provenance.ts';

const invoice: Source = {
  mark: 'outside:mail/18f2',
  what: 'email',
  title: 'Invoice 204',
  by: 'billing@example.com',
  words: { quote: 'write to billing@example.com', start: 9, end: 28 },
};

describe('where a value came from', () => {
  test('is said by the thing that the person knows, and by whom', () => {
    expect(originWords(['outside:mail/18f2'], [invoice])).toBe(
      'from the email “Invoice 204” by billing@example.com, which somebody else may have written',
    );
    expect(sourceSentence('To', invoice)).toBe(
      '“To” came from the email “Invoice 204” by billing@example.com. These are its words:',
    );
    expect(sourceSentence('To', { ...invoice, by: null, title: '', words: null })).toBe(
      '“To” came from the email “without a title”.',
    );
  });

  test('is said of each value when one of them is from elsewhere, else of all together', () => {
    const own = { label: 'To', value: 'ana@example.com', provenance: ['person'] as const };
    expect(originsOf([own, { ...own, label: 'Cc' }])).toEqual([
      { label: 'Where it comes from', value: 'All of it from your words' },
    ]);
    const theirs = { label: 'To', value: 'x', provenance: ['outside:mail/18f2'] as const, sources: [invoice] };
    expect(originsOf([theirs])).toMatchObject([{ label: 'To' }]);
  });
});
