import { Temporal } from 'temporal-polyfill';
import { readMonth } from '#main/understanding/times/calendar-words.ts';
import { type Dated, type DateParts, dated, datedBefore, settled, spanning } from '#main/understanding/times/dated.ts';
import { readOrdinal, readWhole } from '#main/understanding/times/numbers.ts';
import { readDate, readShift } from '#main/understanding/times/read-date.ts';
import { readPartOfPeriod } from '#main/understanding/times/read-part-of-period.ts';
import { readPeriod } from '#main/understanding/times/read-period.ts';
import type { Setting } from '#main/understanding/times/setting.ts';
import { after, type Found, isAt, longestOf, skip, type Words } from '#main/understanding/times/words.ts';

/** From the beginning of one date or stretch to the beginning of another: `from 2 to 10 July`, `May to March`, `2014-2018`. */
export function readDayRange(words: Words, at: number, setting: Setting): Found<Dated> | null {
  const inMonthSaid = readInsideMonth(words, at, setting);
  if (inMonthSaid !== null) return inMonthSaid;
  const between = after(words, at, 'between', 'in between');
  const lead = between ?? skip(words, at, 'from', 'on', 'starting', 'starting from', 'starting on', 'in');
  const first = readSide(words, lead, setting) ?? readBareDay(words, lead);
  if (first === null) return null;
  const inMonth = readDaysOfMonth(words, first, setting);
  if (inMonth !== null) return inMonth;
  const joint = after(
    words,
    first.next,
    'to',
    '-',
    '~',
    'till',
    'til',
    'until',
    'through',
    'thru',
    'up to',
    ', to',
    ...(between === null ? [] : ['and', ', and']),
  );
  if (joint === null) return null;
  const second = readSide(words, joint, setting) ?? readBareDay(words, joint);
  if (second === null) return null;
  const value = joined(first.value, second.value, setting);
  return value === null ? null : { value, next: second.next };
}

/** `November between 19 and 20`. */
function readInsideMonth(words: Words, at: number, { today }: Setting): Found<Dated> | null {
  const month = readMonth(words, skip(words, at, 'in'));
  const lead = month === null ? null : after(words, month.next, 'between', 'between the', 'from', 'from the');
  const first = lead === null ? null : readBareDay(words, lead);
  const joint = first === null ? null : after(words, first.next, 'and', 'to', '-', 'till', 'until', 'through');
  const last = joint === null ? null : readBareDay(words, joint);
  if (month === null || first === null || last === null) return null;
  const pair = firstAhead(
    { month: month.value, ...first.value.parts },
    { month: month.value, ...last.value.parts },
    today,
  );
  const [start, end] = pair?.map(({ span }) => span?.start) ?? [];
  return start && end ? { value: spanning('other', start, end), next: last.next } : null;
}

/** `4 to 22 this month`, `between the 19th and 20th of next month`. */
function readDaysOfMonth(words: Words, first: Found<Side>, { today }: Setting): Found<Dated> | null {
  const joint =
    first.value.dated === null ? after(words, first.next, 'to', '-', 'till', 'until', 'through', 'and') : null;
  const last = joint === null ? null : readBareDay(words, joint);
  const of = last === null ? 0 : skip(words, last.next, 'of', 'in', 'of the', 'in the');
  const isThe = words[of - 1]?.text === 'the' && isAt(words, of, 'month');
  const shift = last === null || isThe ? null : readShift(words, of);
  if (last === null || (!isThe && (shift === null || !isAt(words, shift.next, 'month')))) return null;
  const month = today.with({ day: 1 }).add({ months: shift?.value ?? 0 });
  const [from, to] = [first.value.parts?.day ?? 0, last.value.parts?.day ?? 0];
  if (from >= to || to > month.daysInMonth) return null;
  return {
    value: spanning('other', month.with({ day: from }), month.with({ day: to })),
    next: isThe ? of + 1 : (shift?.next ?? of) + 1,
  };
}

/** One end of a range; `atEnd` where the end of a stretch was named, as in “until the end of June”. */
type Side = {
  readonly dated: Dated | null;
  readonly parts: DateParts | null;
  readonly from: 'start' | 'middle' | 'end';
};

function readSide(words: Words, at: number, setting: Setting): Found<Side> | null {
  const now = after(words, at, 'now', 'today', 'right now', 'this moment', 'the present');
  if (now !== null)
    return {
      value: {
        dated: { grain: 'day', span: { start: setting.today, end: setting.today } },
        parts: null,
        from: 'start',
      },
      next: now,
    };
  const end = after(words, at, 'the end of', 'end of', 'the late', 'late');
  const middle = after(words, at, 'the middle of', 'middle of', 'mid', 'mid -');
  const start = after(words, at, 'the beginning of', 'beginning of', 'the start of', 'start of', 'early');
  const lead = end ?? middle ?? start ?? at;
  const from = end !== null ? 'end' : middle !== null ? 'middle' : 'start';
  const found = longestOf(
    readDate(words, lead, setting),
    readPeriod(words, lead, setting),
    lead === at ? readPartOfPeriod(words, at, setting) : null,
  );
  return found === null
    ? null
    : { value: { dated: found.value, parts: found.value.parts ?? null, from }, next: found.next };
}

/** The 3 in “3 to 12 September”, and “the seventeenth” in “from the ninth of April to the seventeenth”. */
function readBareDay(words: Words, at: number): Found<Side> | null {
  const lead = skip(words, at, 'the');
  const day = readOrdinal(words, lead) ?? readWhole(words, lead);
  if (day === null || day.value < 1 || day.value > 31 || isAt(words, day.next, ':')) return null;
  if (words[day.next]?.glued && /^(?:am|pm|a|p|h|%)$/.test(words[day.next]?.text ?? '')) return null;
  return { value: { dated: null, parts: { day: day.value }, from: 'start' }, next: day.next };
}

function joined(first: Side, second: Side, setting: Setting): Dated | null {
  const [one, other] = completed(first, second);
  if (one === null && first.dated === null) return null;
  if (other === null && second.dated === null) return null;
  const isBare = (side: Side) => side.dated === null;
  if (isBare(first) && isBare(second)) return null;
  const pair = settle(first, second, one, other, setting);
  if (pair === null) return null;
  const [from, to] = pair;
  const start = edge(from, first.from);
  const end = second.from === 'end' ? to.span?.end : edge(to, second.from);
  if (!start || !end || Temporal.PlainDate.compare(start, end) >= 0) return null;
  return { grain: 'other', span: { start, end } };
}

const edge = ({ span }: Dated, from: Side['from']): Temporal.PlainDate | null => {
  if (!span?.start || !span.end) return null;
  if (from === 'end') return span.end;
  return from === 'middle' ? span.start.add({ days: Math.floor(span.start.until(span.end).days / 2) }) : span.start;
};

/** Month and year are said once for both ends; a bare day takes the month of the other. */
function completed(first: Side, second: Side): readonly [DateParts | null, DateParts | null] {
  let one = first.parts;
  let other = second.parts;
  if (one === null || other === null) return [one, other];
  if (one.month === undefined && one.weekday === undefined && one.day !== undefined && other.month !== undefined)
    one = { ...one, month: other.month };
  if (other.month === undefined && other.day !== undefined && one.month !== undefined) {
    const isNext = one.day !== undefined && other.day < one.day;
    other = { ...other, month: isNext ? (one.month % 12) + 1 : one.month };
  }
  if (other.year !== undefined && one.year === undefined && one.month !== undefined) {
    one = { ...one, year: isLater(one, other) ? other.year - 1 : other.year };
  }
  return [one, other];
}

const isLater = (one: DateParts, other: DateParts): boolean =>
  other.month !== undefined &&
  ((one.month ?? 0) > other.month || (one.month === other.month && (one.day ?? 0) > (other.day ?? 31)));

function settle(
  first: Side,
  second: Side,
  one: DateParts | null,
  other: DateParts | null,
  { today }: Setting,
): readonly [Dated, Dated] | null {
  const isFixed = (parts: DateParts | null) => parts === null || parts.year !== undefined;
  const from = isFixed(one) ? (one === null ? first.dated : settled(one, today)) : null;
  const to = isFixed(other) ? (other === null ? second.dated : settled(other, today)) : null;
  if (from !== null && to !== null) return [from, to];
  if (from !== null && other !== null)
    return from.span?.start ? [from, dated(other, from.span.start.add({ days: 1 }))] : null;
  if (to !== null && one !== null) return to.span?.start ? [datedBefore(one, to.span.start), to] : null;
  if (one === null || other === null) return null;
  return firstAhead(one, other, today);
}

/** The first such range that is not over. */
function firstAhead(one: DateParts, other: DateParts, today: Temporal.PlainDate): readonly [Dated, Dated] | null {
  for (const years of [-1, 0, 1, 2]) {
    const around = today.add({ years });
    const from = one.weekday === undefined ? dated(one, new Temporal.PlainDate(around.year, 1, 1)) : dated(one, today);
    if (!from.span?.start) continue;
    const to = dated(other, from.span.start.add({ days: 1 }));
    if (to.span?.end && to.span.start && Temporal.PlainDate.compare(endOf(to), today) > 0) return [from, to];
  }
  return null;
}

const endOf = ({ span }: Dated): Temporal.PlainDate => span?.start ?? new Temporal.PlainDate(1, 1, 1);
