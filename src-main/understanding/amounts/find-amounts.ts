import { readNumber } from '#main/understanding/amounts/read-number.ts';
import currencies from '#resources/understanding/currencies.json' with { type: 'json' };

/** An amount of money in a text, in the currency's smallest unit. */
export type AmountFound = {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  readonly minor: number;
  readonly currency: string;
};

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
const anyOf = (names: readonly string[]): string =>
  [...names]
    .sort((a, b) => b.length - a.length)
    .map(escaped)
    .join('|');

const MARKS = new Map(Object.entries(currencies.marks));
const WORDS = new Map(Object.entries(currencies.words));
const PARTS = new Map(Object.entries(currencies.parts));
const CODES = new Set(currencies.codes.split(' '));

const DIGITS = String.raw`\d{1,3}(?:[,.'\u00a0\u202f ]\d{3})+(?:[.,]\d{1,3})?|\d+(?:[.,]\d{1,3})?`;
const WORDED = `(?:an?|half|quarter|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundred|thousand|million|billion|and)(?:[ -](?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundred|thousand|million|billion|and|a|half|couple|few))*`;
const SCALE = String.raw`(?:\s?(?:k|m|bn|mn|tn)(?![\p{L}])|\s(?:thousand|million|billion|trillion|grand|lakh|lakhs|crore|crores))?`;
const SIGNS = anyOf([...MARKS.keys()]);
const NAMES = anyOf([...WORDS.keys()]);
const CENTS = anyOf([...PARTS.keys()]);
const CODE = [...CODES].join('|');

const BEFORE = String.raw`(?<mark>${SIGNS}|(?<![\p{L}])(?:${CODE}))\s?(?<number>${DIGITS})(?<scale>${SCALE})`;
/** “Two pounds of sugar” is a weight. */
const AFTER = String.raw`(?<![\p{L}\d.,])(?<number2>${DIGITS}|${WORDED})(?<scale2>${SCALE})[\s-]?(?<unit>${SIGNS}|(?:${NAMES}|${CODE}|${CENTS})(?![\p{L}])(?!\s+of\s))`;
const REST = String.raw`(?:\s(?:and\s)?(?<rest>\d{1,2}|${WORDED})\s(?:${CENTS})(?![\p{L}]))?`;
const ANY = new RegExp(`(?:${BEFORE}|${AFTER})${REST}`, 'giu');

/** All amounts of money in a text: “$12.50”, “1.234,56 €”, “EUR 20”, “twenty bucks”, “13 dollars and 45 cents”, “£2m”. */
export function findAmounts(text: string): readonly AmountFound[] {
  return [...text.matchAll(ANY)].flatMap((match) => {
    const found = amountOf(match.groups ?? {});
    const end = match.index + match[0].trimEnd().length;
    return found === null ? [] : [{ text: text.slice(match.index, end), start: match.index, end, ...found }];
  });
}

function amountOf(
  groups: Readonly<Record<string, string | undefined>>,
): Pick<AmountFound, 'minor' | 'currency'> | null {
  const unit = groups.mark ?? groups.unit ?? '';
  const value = readNumber(groups.number ?? groups.number2 ?? '', groups.scale ?? groups.scale2 ?? '');
  const rest = groups.rest === undefined ? 0 : (readNumber(groups.rest, '') ?? 0);
  const part = PARTS.get(unit.toLowerCase());
  const currency = part ?? currencyOf(unit);
  if (value === null || currency === null) return null;
  const places = placesOf(currency);
  const minor = part === undefined ? Math.round(value * 10 ** places) + rest : Math.round(value);
  return Number.isSafeInteger(minor) ? { minor, currency } : null;
}

function currencyOf(unit: string): string | null {
  const code = unit.toUpperCase();
  return MARKS.get(unit) ?? MARKS.get(code) ?? WORDS.get(unit.toLowerCase()) ?? (CODES.has(code) ? code : null);
}

/** How many decimal places a currency has: 2 for most, 0 for the yen, 3 for the Kuwaiti dinar. */
const placesOf = (currency: string): number =>
  new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ?? 2;
