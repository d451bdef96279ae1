import { describe, expect, test } from 'vitest';
import { valueWords } from '#renderer/words/values.ts';
import { visible } from '#renderer/words/visible.ts';

describe('what nobody would see', () => {
  test('is made visible where a value is shown', () => {
    expect(valueWords('a\u200bb@example.com')).toBe('a‹U+200B›b@example.com');
    expect(valueWords(['\u202egnp.exe', 'ana@example.com'])).toBe('‹U+202E›gnp.exe, ana@example.com');
    expect(visible('\u{e0041}')).toBe('‹U+E0041›');
  });

  test('and nothing else is touched', () => {
    for (const text of ['Tea\nand cake', '👩‍👩‍👧', 'می‌خواهم', 'café, naïve', '日本語'])
      expect(visible(text)).toBe(text);
  });
});
