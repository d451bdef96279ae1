import { afterEach, describe, expect, it } from 'vitest';
import { localeFor, sayAll, sayNumber } from './intl.ts';
import { speak } from './t.ts';

afterEach(() => speak({}));

describe('the habits of a language', () => {
  it('are the person’s own where they are of the language that is spoken', () => {
    expect(localeFor('en-US')).toBe('en-US');
    speak({}, 'es');
    expect(localeFor('es-MX')).toBe('es-MX');
  });

  it('keep the person’s clock in another language', () => {
    const hourIn = (locale: string) =>
      new Intl.DateTimeFormat(localeFor(locale), { hour: 'numeric', timeZone: 'UTC' }).resolvedOptions().hour12;
    expect([hourIn('de-DE'), hourIn('hi-IN')]).toEqual([false, true]);
    speak({}, 'es');
    expect([hourIn('en-US'), hourIn('en-GB'), localeFor('en-GB').slice(0, 2)]).toEqual([true, false, 'es']);
  });

  it('say lists and numbers', () => {
    expect([sayAll(['a', 'b', 'c']), sayNumber(12_345)]).toEqual(['a, b and c', '12,345']);
    speak({}, 'es');
    expect([sayAll(['a', 'b', 'c']), sayAll(['a', 'i']), sayNumber(12_345)]).toEqual(['a, b y c', 'a e i', '12.345']);
  });
});
