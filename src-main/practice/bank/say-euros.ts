import type { View } from '#connectors/sdk/action.ts';
import { sayMoneyIn } from '#contract/language/intl.ts';
import { CURRENCY } from '#main/practice/bank/bank-book.ts';

/** An amount as the person reads it. */
export const sayEuros = (minor: number, { locale }: View): string => sayMoneyIn({ minor, currency: CURRENCY }, locale);
