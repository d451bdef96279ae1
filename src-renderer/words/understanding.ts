import { t } from '#contract/language/t.ts';
import type { Understanding } from '#contract/model/understanding.ts';
import { recurrenceWords } from '#renderer/words/recurrence.ts';
import { clockTime, dayAndTimeFirst, dayName, eitherOf, moneyOf } from '#renderer/words/time.ts';
import { visible } from '#renderer/words/visible.ts';

type Time = Understanding['times'][number];

/** What was understood while one types: `Tomorrow, 15:00 · Every Monday · €12.00`; null where it is nothing. */
export function understoodWords({ goals, times, amounts }: Understanding, now: Date = new Date()): string | null {
  const parts = [
    ...peopleWords(goals.flatMap(({ slots }) => slots.contacts ?? [])),
    ...times.flatMap((time) => timeWords(time, now)),
    ...amounts.map(moneyOf),
  ];
  return parts.length === 0 ? null : parts.join(' · ');
}

type Named = { readonly said: string; readonly name: string; readonly email: string };

/** `Ana Silva (ana@example.com)`; where several fit, `Ana: Ana Silva or Ana Lima`. */
function peopleWords(named: readonly Named[]): readonly string[] {
  return [...new Set(named.map(({ said }) => said))].map((said) => {
    const people = named.filter((each) => each.said === said);
    const [first, ...others] = people;
    if (first && others.length === 0) return visible(`${first.name} (${first.email})`);
    return visible(`${said}: ${eitherOf(people.map(({ name, email }) => `${name} (${email})`))}`);
  });
}

function timeWords({ start, end, allDay, rrule }: Time, now: Date): readonly string[] {
  if (rrule !== null)
    return [start === null || allDay ? recurrenceWords(rrule) : `${recurrenceWords(rrule)}, ${clockTime(start)}`];
  const say = (point: string) => (allDay ? dayName(`${point}T12:00:00`, now) : dayAndTimeFirst(point, now));
  if (start !== null && end !== null && !isOneDay(start, end)) return [`${say(start)} – ${say(lastOf(end, allDay))}`];
  if (start !== null && end === null && allDay) return [t`From ${say(start)}`];
  if (start !== null) return [say(start)];
  return end === null ? [] : [t`Before ${say(end)}`];
}

const DAY = 24 * 60 * 60 * 1000;
const isOneDay = (start: string, end: string): boolean =>
  !start.includes('T') && Date.parse(end) - Date.parse(start) === DAY;

/** The last day of an exclusive end, as people say it. */
const lastOf = (end: string, allDay: boolean): string =>
  allDay ? new Date(Date.parse(end) - DAY).toISOString().slice(0, 10) : end;
