import { Temporal } from 'temporal-polyfill';
import type { View } from '#connectors/sdk/action.ts';
import type { Money } from '#contract/model/money.ts';
import { type Picked, valueSchemas, type WantedKind } from '#main/extractor/extraction.ts';
import type { ReadingModel } from '#main/extractor/reading-model.ts';

type Said = Pick<Picked, 'value' | 'quote'>;

/** Reads what has a shape of its own (a date, an amount, an address, a link, a number), the first of each; no words. */
export const builtInReader: ReadingModel = {
  read: async ({ text, wanted, view }) => {
    const values: Record<string, Said | null> = {};
    for (const [name, kind] of Object.entries(wanted)) values[name] = await findFirst(text, kind, view);
    return { values };
  },
};

async function findFirst(text: string, kind: WantedKind, view: View): Promise<Said | null> {
  switch (kind) {
    case 'date':
      return findDate(text, view);
    case 'amount':
      return findAmount(text);
    case 'address':
      return findShape(text, /[\p{L}\p{N}._%+-]{1,64}@[\p{L}\p{N}-]{1,63}(?:\.[\p{L}\p{N}-]{1,63}){1,6}/gu, kind);
    case 'link':
      return findShape(text, /https?:\/\/[^\s<>"'()[\]{}]{3,1900}/gu, kind);
    case 'phone':
      return findShape(text, /(?<![\p{L}\p{N}@/.-])(?:\+|00)?\(?\d[\d ().\-/]{5,24}\d(?![\p{L}\p{N}@])/gu, kind);
    case 'words':
      return null;
  }
}

function findShape(text: string, shape: RegExp, kind: 'address' | 'link' | 'phone'): Said | null {
  for (const [match] of text.matchAll(shape)) {
    const quote = match.replace(/[.,;:!?]+$/, '');
    if (kind === 'phone' && (isDate(quote) || quote.replaceAll(/\D/g, '').length < 7)) continue;
    if (valueSchemas[kind].safeParse(quote).success) return { value: quote, quote };
  }
  return null;
}

const isDate = (text: string): boolean => /^\d{4}-\d{2}-\d{2}|^\d{1,2}[./-]\d{1,2}[./-]\d{2,4}$/.test(text);

const SIGNS: Readonly<Record<string, string>> = { '€': 'EUR', '£': 'GBP', $: 'USD', '¥': 'JPY' };
const CURRENCY = '[€£$¥]|EUR|USD|GBP|CHF|JPY|SEK|NOK|DKK|PLN|CZK|CAD|AUD|INR';
const NUMBER = "\\d{1,3}(?:[ .,’']\\d{3}){0,4}(?:[.,]\\d{1,2})?|\\d{1,12}(?:[.,]\\d{1,2})?";
const AMOUNT = new RegExp(
  `(?<![\\p{L}\\p{N}])(?:(${CURRENCY}) ?(${NUMBER})(?!\\d)|(${NUMBER}) ?(${CURRENCY})(?![\\p{L}\\p{N}]))`,
  'gu',
);

function findAmount(text: string): Said | null {
  for (const [quote, before, after, first, last] of text.matchAll(AMOUNT)) {
    const sign = before ?? last ?? '';
    const value = moneyOf(after ?? first ?? '', SIGNS[sign] ?? sign);
    if (value !== null) return { value, quote };
  }
  return null;
}

/** The last point or comma with one or two digits behind it is the decimal one. */
function moneyOf(written: string, currency: string): Money | null {
  const [, whole = '', cents = ''] = /^(.*?)(?:[.,](\d{1,2}))?$/.exec(written) ?? [];
  const digits = currency === 'JPY' ? 0 : 2;
  const minor = Number(whole.replaceAll(/\D/g, '')) * 10 ** digits + Number(cents.padEnd(digits, '0').slice(0, digits));
  return Number.isSafeInteger(minor) ? { minor, currency } : null;
}

/** As far as a letter is looked through for a date. */
const MOST_FOR_DATES = 20_000;

async function findDate(text: string, { now, timeZone, locale }: View): Promise<Said | null> {
  // Loaded when a date is looked for: the app starts without it.
  const chrono = await import('chrono-node');
  const today = Temporal.Instant.from(now).toZonedDateTimeISO(timeZone);
  const reference = { instant: new Date(now), timezone: today.offsetNanoseconds / 60e9 };
  const reader = /^en-US/.test(locale) ? chrono.casual : chrono.en.GB;
  const found = reader
    .parse(text.slice(0, MOST_FOR_DATES), reference, { forwardDate: true })
    .find(({ start }) => start.isCertain('day') || start.isCertain('weekday'));
  if (!found) return null;
  const { start } = found;
  const two = (part: number | null) => String(part ?? 0).padStart(2, '0');
  const day = `${start.get('year')}-${two(start.get('month'))}-${two(start.get('day'))}`;
  const time = start.isCertain('hour') ? `T${two(start.get('hour'))}:${two(start.get('minute'))}` : '';
  return { value: `${day}${time}`, quote: found.text };
}
