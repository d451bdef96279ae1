import { quote } from '#connectors/sdk/quote.ts';
import { sayNumber } from '#contract/language/intl.ts';
import { t } from '#contract/language/t.ts';

/** As nobody would see it: a line break, a mark that turns the writing around, half a character. */
const unseen = /[[\p{Cc}\p{Cf}\p{Cs}\u2028\u2029]--[\u200c\u200d]]/gv;

/** A name that somebody else may have chosen, with whatever can’t be seen made visible. */
export const sayName = (name: string): string =>
  name.replaceAll(unseen, (sign) => `‹U+${(sign.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}›`);

/** `“Downloads/Bills”` */
export const sayPlace = (place: string): string => quote(sayName(place));

const units = ['KB', 'MB', 'GB', 'TB'] as const;

/** `812 bytes`, `3.4 MB`: as file managers count, a thousand at a time. */
export function saySize(bytes: number): string {
  if (bytes < 1000) return bytes === 1 ? t`1 byte` : t`${bytes} bytes`;
  let [size, unit] = [bytes / 1000, 0];
  while (size >= 999.5 && unit < units.length - 1) [size, unit] = [size / 1000, unit + 1];
  return `${sayNumber(size < 10 ? Math.round(size * 10) / 10 : Math.round(size))} ${units[unit]}`;
}

export const sayFiles = (count: number): string => (count === 1 ? t`1 file` : t`${sayNumber(count)} files`);
export const sayFolders = (count: number): string => (count === 1 ? t`1 folder` : t`${sayNumber(count)} folders`);
