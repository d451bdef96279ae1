import { describe, expect, it } from 'vitest';
import { quote, quoteAll } from '#connectors/sdk/quote.ts';

describe('quoting', () => {
  it.each([
    ['Dentist', '“Dentist”'],
    ['', '“”'],
    ['said “no”', '“said “no””'],
    ['first line\nsecond line', '“first line…”'],
    ['\nonly below', '“…”'],
    ['x'.repeat(120), `“${'x'.repeat(120)}”`],
    ['x'.repeat(121), `“${'x'.repeat(119)}…”`],
    [`${'word '.repeat(24)}more`, `“${'word '.repeat(24).trim()}…”`],
  ])('%j is shown as %j', (words, shown) => {
    expect(quote(words)).toBe(shown);
  });

  it('cuts no character in two', () => {
    const cut = quote('👩‍👩‍👧‍👦'.repeat(30));
    expect(cut).toBe(`“${'👩‍👩‍👧‍👦'.repeat(10)}…”`);
    expect(quote('🎂'.repeat(200)).isWellFormed()).toBe(true);
  });

  it('keeps what runs from right to left from turning the sentence around', () => {
    expect(quote('שלום')).toBe('“\u2068שלום\u2069”');
    expect(quote('Call سارة')).toBe('“\u2068Call سارة\u2069”');
  });

  it('drops marks that would turn around what comes after', () => {
    expect(quote('invoice\u202egpj.exe')).toBe('“invoicegpj.exe”');
    expect(quote('a\u2067b')).toBe('“ab”');
    expect(quote('שלום\u2069\u202e')).toBe('“\u2068שלום\u2069”');
  });

  it('joins several as one says them', () => {
    expect(quoteAll(['milk'])).toBe('“milk”');
    expect(quoteAll(['milk', 'eggs', 'bread'])).toBe('“milk”, “eggs” and “bread”');
    expect(quoteAll([])).toBe('');
  });
});
