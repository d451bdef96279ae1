import { spokenLanguage, spokenLocale, t } from '#contract/language/t.ts';

/** How this language writes numbers and lists, where nothing is known of the person's own habits. */
export const usualLocale = (): string => spokenLocale([]);

/**
 * Names of days and months are of the language that is spoken; order, clock and signs follow the person's own habit as far
 * as that language has it.
 */
export function localeFor(habit: string): string {
  const spoken = spokenLanguage();
  if (habit.split('-')[0]?.toLowerCase() === spoken) return habit;
  const { hour12 } = new Intl.DateTimeFormat(habit, { hour: 'numeric' }).resolvedOptions();
  if (spoken === 'en') return hour12 ? 'en-AU' : 'en-GB';
  return new Intl.Locale(spoken, { hourCycle: hour12 ? 'h12' : 'h23' }).toString();
}

/** `milk, eggs and bread` */
export const sayAll = (words: readonly string[]): string => new Intl.ListFormat(usualLocale()).format(words);

/** `€12.50`: `minor` is in the currency's smallest unit, and `habit` the locale of the person. */
export function sayMoneyIn(
  { minor, currency }: { readonly minor: number; readonly currency: string },
  habit: string,
): string {
  const format = new Intl.NumberFormat(localeFor(habit), { style: 'currency', currency });
  return format.format(minor / 10 ** (format.resolvedOptions().maximumFractionDigits ?? 2));
}

/** `1st`, `2nd` */
export function sayOrdinal(number: number): string {
  const endings: Readonly<Record<string, string>> = { one: t`${number}st`, two: t`${number}nd`, few: t`${number}rd` };
  return endings[new Intl.PluralRules('en', { type: 'ordinal' }).select(number)] ?? t`${number}th`;
}

/** `1,200` */
export const sayNumber = (number: number): string => number.toLocaleString(usualLocale());
