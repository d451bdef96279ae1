import { type Dated, dated } from '#main/understanding/times/dated.ts';
import { readOrdinal } from '#main/understanding/times/numbers.ts';
import { readClock } from '#main/understanding/times/read-clock.ts';
import { readClockRange } from '#main/understanding/times/read-clock-range.ts';
import type { Setting } from '#main/understanding/times/setting.ts';
import { after, type Found, isAt, isEnd, skip, type Words } from '#main/understanding/times/words.ts';

/** What has a number of its own: “the 3rd floor”, “on 21st Street”. */
const NUMBERED = /^(?:of|floor|time|place|century|street|st|avenue|ave|grade|birthday|anniversary)$/;

/** `on the 21st`, `for the second`, `on 15 at 8:00`: a day of this month or the next that has it. A bare ordinal may count anything. */
export function readDayOfMonth(words: Words, at: number, { today }: Setting): Found<Dated> | null {
  const lead = after(words, at, 'on the', 'by the', 'on', 'until the', 'before the', 'after the', 'for the', 'the');
  if (lead === null) return null;
  const number = /^\d{1,2}$/.test(words[lead]?.text ?? '')
    ? { value: Number(words[lead]?.text), next: lead + 1 }
    : null;
  const ordinal = readOrdinal(words, lead);
  const day = ordinal ?? number;
  if (day === null || day.value < 1 || day.value > 31 || NUMBERED.test(words[day.next]?.text ?? '')) return null;
  const first = words[at]?.text ?? '';
  const isNumbered = ordinal !== null && number !== null && first !== 'the' && first !== 'for';
  if (!isNumbered && !isTimed(words, at, day.next, first === 'on') && !isLastSaid(words, at, lead, day.next))
    return null;
  const { span } = dated({ day: day.value }, today);
  return span === null ? null : { value: { grain: 'day', span }, next: day.next };
}

/** “on 15 at 8:00” and “8pm on 15” are days by the time beside them. */
function isTimed(words: Words, at: number, next: number, isOn: boolean): boolean {
  const then = isOn ? skip(words, next, ',', 'at', ', at') : next;
  if (readClockRange(words, then, true) !== null || readClock(words, then) !== null) return true;
  return (
    isOn && isEnd(words, next) && /^(?:am|pm|\d{2})$/.test(words[at - 1]?.text ?? '') && readClockBefore(words, at)
  );
}

const readClockBefore = (words: Words, at: number): boolean =>
  [2, 3, 4].some((back) => readClock(words, at - back)?.next === at);

/** “I went back for the second.” and “on the 15.” name a day, “for the second time” does not. */
const isLastSaid = (words: Words, at: number, lead: number, next: number): boolean =>
  lead - at === 2 && /^(?:on|for)$/.test(words[at]?.text ?? '') && isEnd(words, next) && !isAt(words, next, 'and');
