import type { View } from '#connectors/sdk/action.ts';
import { CURRENCY } from '#main/practice/bank/bank-book.ts';

/** An amount as the person reads it. The sentences are English, so amounts are too. */
export const sayEuros = (minor: number, { locale }: View): string =>
  new Intl.NumberFormat(/^en\b/i.test(locale) ? locale : 'en-GB', { style: 'currency', currency: CURRENCY }).format(
    minor / 100,
  );
