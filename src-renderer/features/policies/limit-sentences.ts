import { z } from 'zod';
import { type Limits, LimitsSchema, type SpendingLimit } from '#contract/model/limits.ts';
import { keyOf, type RuleSentence } from '#renderer/features/policies/sentence-numbers.ts';
import { limitWords } from '#renderer/words/policies.ts';
import { digitsOf, fromMinor, toMinor } from '#renderer/words/time.ts';

const COUNTS = ['messagesPerDay', 'postsPerDay', 'applicationsPerDay', 'perPlan'] as const;
const SPANS = ['perAction', 'perDay', 'perMonth'] as const;
/** A currency that is not named has two digits here, as nearly all have. */
const ANY = 'EUR';
const OTHER = 'other';
/** In whole units, as people say it. */
const MOST_MONEY = 1_000_000_000;
const NAME = 'number';

/** The limits as sentences, each with its number in it. Money is shown in whole units of its currency. */
export function limitSentences(limits: Limits): readonly RuleSentence[] {
  return [
    ...spendingSentences(null, limits.otherSpending),
    ...Object.entries(limits.spending).flatMap(([currency, spending]) => spendingSentences(currency, spending)),
    ...COUNTS.map((count): RuleSentence => {
      const { says, label } = limitWords[count];
      const takes = LimitsSchema.shape[count];
      return { key: count, says, blanks: [{ name: NAME, label, shown: String(limits[count]), takes }] };
    }),
  ];
}

function spendingSentences(currency: string | null, spending: SpendingLimit): RuleSentence[] {
  const digits = digitsOf(currency ?? ANY);
  const amount = z.number().min(0).max(MOST_MONEY);
  return SPANS.map((span) => {
    const { says, label } = limitWords[span];
    const blank = {
      name: NAME,
      label: currency === null ? label : limitWords.labelIn(label, currency),
      shown: String(fromMinor(spending[span], currency ?? ANY)),
      takes: digits === 0 ? amount.int() : amount.multipleOf(10 ** -digits),
    };
    return { key: keyOfSpan(currency, span), says: says(currency), blanks: [blank] };
  });
}

const keyOfSpan = (currency: string | null, span: string): string => `${currency ?? OTHER}.${span}`;

/** The limits with other numbers, by `keyOf`; what is not named stays as it is. */
export function limitsWith(limits: Limits, numbers: ReadonlyMap<string, number>): Limits {
  const numberOf = (key: string) => numbers.get(keyOf({ key }, NAME));
  const spendingWith = (currency: string | null, spending: SpendingLimit): SpendingLimit => {
    const changed = { ...spending };
    for (const span of SPANS) {
      const typed = numberOf(keyOfSpan(currency, span));
      if (typed !== undefined) changed[span] = toMinor(typed, currency ?? ANY);
    }
    return changed;
  };
  const changed: Limits = {
    ...limits,
    spending: Object.fromEntries(
      Object.entries(limits.spending).map(([currency, spending]) => [currency, spendingWith(currency, spending)]),
    ),
    otherSpending: spendingWith(null, limits.otherSpending),
  };
  for (const count of COUNTS) changed[count] = numberOf(count) ?? limits[count];
  return changed;
}
