import { Temporal } from 'temporal-polyfill';
import { matchPhrase, phrase } from '#main/planner/text/phrase.ts';
import type { Token } from '#main/planner/text/tokenise.ts';
import type { Clock } from '#main/planner/time/clock.ts';
import type { DayWord } from '#main/planner/time/day-word.ts';
import type { Read } from '#main/planner/time/number-words.ts';
import vocabulary from '#resources/packs/everyday/vocabulary.json' with { type: 'json' };

const NAMED = vocabulary.namedDays.map(({ said, month, day }) => ({ said: phrase(said), month, day }));

/** Christmas Day, New Year's Eve and the like, on their next date. */
export function readNamedDay(tokens: readonly Token[], at: number, clock: Clock): Read<DayWord> | null {
  for (const { said, month, day } of NAMED) {
    const match = matchPhrase(said, tokens, at);
    if (match === null) continue;
    const thisYear = new Temporal.PlainDate(clock.today.year, month, day);
    const isPast = Temporal.PlainDate.compare(thisYear, clock.today) < 0;
    const date = isPast ? thisYear.add({ years: 1 }) : thisYear;
    return { value: { kind: 'date', date, yearSaid: false }, next: match.end };
  }
  return null;
}
