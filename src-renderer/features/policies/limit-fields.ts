import type { Limits, SpendingLimit } from '#contract/model/limits.ts';
import { limitWords } from '#renderer/words/policies.ts';
import { fromMinor, toMinor } from '#renderer/words/time.ts';

/** One number that the person can set. Money is shown in whole units of its currency, as people say it. */
export type LimitField = {
  readonly key: string;
  readonly label: string;
  readonly shown: string;
  write(limits: Limits, typed: number): Limits;
};

const COUNTS = ['messagesPerDay', 'postsPerDay', 'applicationsPerDay', 'perPlan'] as const;
const SPANS = ['perAction', 'perDay', 'perMonth'] as const;
/** A currency that is not named has two digits here, as nearly all have. */
const ANY = 'EUR';

export function limitFields(limits: Limits): readonly LimitField[] {
  return [
    ...spendingFields(null, limits.otherSpending),
    ...Object.entries(limits.spending).flatMap(([currency, spending]) => spendingFields(currency, spending)),
    ...COUNTS.map(
      (name): LimitField => ({
        key: name,
        label: limitWords[name],
        shown: String(limits[name]),
        write: (before, typed) => ({ ...before, [name]: Math.round(typed) }),
      }),
    ),
  ];
}

function spendingFields(currency: string | null, spending: SpendingLimit): LimitField[] {
  return SPANS.map((span) => ({
    key: `${currency ?? 'other'}.${span}`,
    label: currency === null ? limitWords[span] : `${limitWords[span]}, ${currency}`,
    shown: String(fromMinor(spending[span], currency ?? ANY)),
    write(before, typed) {
      const minor = toMinor(typed, currency ?? ANY);
      if (currency === null) return { ...before, otherSpending: { ...before.otherSpending, [span]: minor } };
      const named = before.spending[currency] ?? before.otherSpending;
      return { ...before, spending: { ...before.spending, [currency]: { ...named, [span]: minor } } };
    },
  }));
}

/** The limits with what was typed; null while something typed is no number, or nothing is different. */
export function typedLimits(limits: Limits, typed: Readonly<Record<string, string>>): Limits | null {
  let changed = limits;
  for (const field of limitFields(limits)) {
    const text = typed[field.key];
    if (text === undefined || text === field.shown) continue;
    const number = Number(text);
    if (text.trim() === '' || !Number.isFinite(number) || number < 0) return null;
    changed = field.write(changed, number);
  }
  return changed === limits ? null : changed;
}
