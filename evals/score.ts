/** How many of the cases of one kind were right; `least` is the share that must be, null where nothing is promised. */
export type Score = {
  readonly set: string;
  readonly measure: string;
  readonly right: number;
  readonly of: number;
  readonly least: number | null;
  /** True where the share must stay under `least` instead. */
  readonly atMost?: boolean;
};

export const share = ({ right, of }: Score): number => (of === 0 ? 0 : right / of);

export function holds(score: Score): boolean {
  if (score.least === null) return true;
  return score.atMost === true ? share(score) <= score.least : share(score) >= score.least;
}

/** Counts what is right among cases, by the measure that each belongs to. */
export function tally(
  set: string,
  cases: readonly { readonly measure: string; readonly isRight: boolean }[],
  least: Readonly<Record<string, number | null>>,
): readonly Score[] {
  return Object.entries(least).map(([measure, wanted]) => {
    const own = cases.filter((one) => one.measure === measure);
    return { set, measure, right: own.filter(({ isRight }) => isRight).length, of: own.length, least: wanted };
  });
}
