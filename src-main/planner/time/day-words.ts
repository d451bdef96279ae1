import vocabulary from '#resources/packs/everyday/vocabulary.json' with { type: 'json' };

/** Monday is 1 and Sunday 7, as in ISO 8601. */
export const WEEKDAYS: ReadonlyMap<string, number> = indexed(vocabulary.weekdays);
export const MONTHS: ReadonlyMap<string, number> = indexed(vocabulary.months);

/** Short forms that are also other words; they are days only where a day is expected. */
export const DOUBTFUL = new Set(vocabulary.doubtfulDayWords);

/** `mondays`, but not `wednesday's`. */
export function pluralWeekday(word: string): number | null {
  return word.endsWith('s') && !word.includes("'") && word.length > 5
    ? (WEEKDAYS.get(word.slice(0, -1)) ?? null)
    : null;
}

/** `monday`, `mon` and `monday's`. */
export function weekdayOf(word: string): number | null {
  return WEEKDAYS.get(word) ?? WEEKDAYS.get(word.replace(/'s$/, '')) ?? null;
}

function indexed(rows: readonly (readonly string[])[]): ReadonlyMap<string, number> {
  return new Map(rows.flatMap((words, index) => words.map((word) => [word, index + 1] as const)));
}
