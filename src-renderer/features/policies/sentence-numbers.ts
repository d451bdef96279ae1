import type { ZodNumber } from 'zod';
import { HoldSecondsSchema } from '#contract/model/policy.ts';
import { LimitSchema, type SuspicionKind, type SuspicionLimits } from '#contract/model/suspicion.ts';
import { amountUpTo, holdWords, suspicionWords, wholeNumberFrom } from '#renderer/words/policies.ts';

/** A rule as a sentence with numbers in it. */
export type RuleSentence = {
  readonly key: string;
  /** Each blank stands in it in braces. */
  readonly says: string;
  readonly blanks: readonly RuleBlank[];
};

type RuleBlank = {
  readonly name: string;
  readonly label: string;
  readonly shown: string;
  readonly takes: ZodNumber;
};

/** What was typed so far, by `keyOf`. */
export type Typed = Readonly<Record<string, string>>;

export const keyOf = (sentence: Pick<RuleSentence, 'key'>, name: string): string => `${sentence.key}.${name}`;

export function holdSentences(seconds: number): readonly RuleSentence[] {
  const blank = { name: 'seconds', label: holdWords.seconds, shown: String(seconds), takes: HoldSecondsSchema };
  return [{ key: 'hold', says: holdWords.says, blanks: [blank] }];
}

const KINDS = ['burst', 'new-recipients', 'failed-sign-in', 'outside-text'] as const satisfies readonly SuspicionKind[];

export function suspicionSentences(limits: SuspicionLimits): readonly RuleSentence[] {
  return KINDS.map((kind) => ({
    key: kind,
    says: suspicionWords[kind].says,
    blanks: (['most', 'minutes'] as const).map((name) => ({
      name,
      label: suspicionWords[kind][name],
      shown: String(limits[kind][name]),
      takes: LimitSchema.shape[name],
    })),
  }));
}

/** What is wrong with what was typed into a blank, in plain words; null when nothing is. */
export function problemOf({ takes }: RuleBlank, text: string): string | null {
  if (text.trim() !== '' && takes.safeParse(Number(text)).success) return null;
  const most = takes.maxValue ?? Number.MAX_SAFE_INTEGER;
  return takes.isInt ? wholeNumberFrom(takes.minValue ?? 0, most) : amountUpTo(most);
}

/** The numbers that are other than they stand, by `keyOf`. Only for what has no problem. */
export function changedNumbers(sentences: readonly RuleSentence[], typed: Typed): ReadonlyMap<string, number> {
  const changed = new Map<string, number>();
  for (const sentence of sentences) {
    for (const { name, shown } of sentence.blanks) {
      const text = typed[keyOf(sentence, name)] ?? shown;
      if (text !== shown) changed.set(keyOf(sentence, name), Number(text));
    }
  }
  return changed;
}

export function suspicionLimitsWith(limits: SuspicionLimits, numbers: ReadonlyMap<string, number>): SuspicionLimits {
  const changed = { ...limits };
  for (const kind of KINDS) {
    const { most, minutes } = limits[kind];
    changed[kind] = {
      most: numbers.get(`${kind}.most`) ?? most,
      minutes: numbers.get(`${kind}.minutes`) ?? minutes,
    };
  }
  return changed;
}
