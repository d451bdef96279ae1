import { Temporal } from 'temporal-polyfill';
import { mayBegin } from '#main/understanding/times/may-begin.ts';
import { bounded, readBound, readBoundBehind } from '#main/understanding/times/read-bound.ts';
import { addDays, readFromHere, readLength } from '#main/understanding/times/read-relative.ts';
import { readTime, type Said } from '#main/understanding/times/read-time.ts';
import { type Resolved, resolve } from '#main/understanding/times/resolve-time.ts';
import type { Setting } from '#main/understanding/times/setting.ts';
import { after, type Found, isAt, skip, type Word, type Words, wordsOf } from '#main/understanding/times/words.ts';

/** A time that a text speaks of, with its place in it; `resolved` is null where there is no such day. */
export type TimeFound = {
  readonly start: number;
  readonly end: number;
  readonly resolved: Resolved | null;
  /** Its pieces, where they say no bound, so that “no, Friday” can put another in the place of one. */
  readonly said: Said | null;
};

const writable = (resolved: Resolved | null): Resolved | null => (isWritable(resolved) ? resolved : null);

/** A date needs a year of four digits to be written down. */
const isWritable = (resolved: Resolved | null): boolean =>
  [resolved?.start, resolved?.end].every((point) => !point || (point.year >= 1 && point.year <= 9998));

const TAKES_BACK =
  /^[\s,.;!(-]*(?:(?:no|nope|wait|sorry|actually|oops|rather|or rather|i mean|i meant|make (?:it|that)|scratch that|correction|better)[\s,.;!-]*)+(?:(?:on|at|it's|let's say|say)\s+)?$/i;

/** Of “Thursday at 3, no, Friday” what was said last stays, with the time of day of what it replaces. */
function withoutTakenBack(text: string, found: readonly TimeFound[], setting: Setting): readonly TimeFound[] {
  const kept: TimeFound[] = [];
  for (const time of found) {
    const before = kept.at(-1);
    if (before === undefined || !TAKES_BACK.test(text.slice(before.end, time.start))) {
      kept.push(time);
      continue;
    }
    const said = before.said === null || time.said === null ? time.said : corrected(before.said, time.said);
    const resolved = said === null ? time.resolved : writable(resolve(said, setting));
    kept[kept.length - 1] = { start: before.start, end: time.end, resolved, said };
  }
  return kept;
}

function corrected(said: Said, more: Said): Said {
  const { clock, range, part, day, moment, set, length } = said;
  const isTimed =
    more.clock !== undefined || more.range !== undefined || more.part !== undefined || more.moment !== undefined;
  const isDated = more.day !== undefined || more.moment !== undefined || more.set !== undefined;
  const kept = { ...(isTimed ? {} : { clock, range, part }), ...(isDated ? {} : { day, moment, set }), length };
  const all = Object.entries({ ...kept, ...more }).filter(([, value]) => value !== undefined);
  return Object.fromEntries(all);
}

/** Longer than any sentence that is worth reading, so that a pasted book is not searched. */
const MOST_WORDS = 1500;

const EVENING = /\b(?:dinner|supper|a table|reservation|drinks|movies?|cinema|concert|theat(?:re|er)|date night)\b/i;

/** All times in a text, in order, each from the longest stretch of words that says one. */
export function findTimes(text: string, plain: Setting): readonly TimeFound[] {
  const setting = { ...plain, isEvening: EVENING.test(text) };
  const words = wordsOf(text).slice(0, MOST_WORDS);
  const found: TimeFound[] = [];
  for (let at = 0; at < words.length; ) {
    const time = mayBegin(words, at) ? readBounded(words, at, setting) : null;
    if (time === null) {
      at += 1;
      continue;
    }
    const said = readTime(words, at, setting);
    const isPlain = said !== null && said.next === time.next;
    const place = { start: words[at]?.start ?? 0, end: (words[time.next - 1] as Word).end };
    found.push({ ...place, resolved: writable(time.value), said: isPlain ? said.value : null });
    at = time.next;
  }
  return withoutTakenBack(text, found, setting);
}

/** A time with what makes it a bound: `before Friday`, `since August`, `2018 or later`. */
function readBounded(words: Words, at: number, setting: Setting): Found<Resolved | null> | null {
  // “past 3 days” is a stretch, “past Friday” a bound.
  const stretch = isAt(words, at, 'past') ? readTime(words, at, setting) : null;
  const bound = stretch === null || stretch.value.clock !== undefined ? readBound(words, at) : null;
  const date = bound === null ? after(words, at, 'to date') : null;
  if (date !== null && words[at - 1]?.text !== 'up')
    return { value: { kind: 'days', start: null, end: setting.today, rrule: null, grain: 'day' }, next: date };
  const lead = bound?.next ?? at;
  const about = bound === null ? readMoreOrLess(words, at, setting) : null;
  if (about !== null) return about;
  if (bound === null && isNoTime(words, at)) return null;
  const said = readTime(words, lead, setting);
  if (said === null) return null;
  const long = bound === null ? readMomentRange(words, said, setting) : null;
  if (long !== null) return long;
  const inner = bound === null ? readInnerBound(words, said, setting) : null;
  if (inner !== null) return inner;
  const resolved = resolve(said.value, setting);
  if (bound !== null) return { value: bounded(resolved, bound.value, said.value), next: said.next };
  const behind = readBoundBehind(words, said.next);
  if (behind !== null) return { value: bounded(resolved, behind.value, said.value), next: behind.next };
  return { value: resolved, next: said.next };
}

/** Words that look like a time and are none. */
const isNoTime = (words: Words, at: number): boolean =>
  after(words, at, 'up to date', 'up - to - date', 'day after day', 'day by day', 'now and then', 'now and again') !==
    null ||
  (/^(?:good|nice|great|happy)$/.test(words[at - 1]?.text ?? '') &&
    !/^(?:friday|new|easter|thanksgiving|halloween)$/.test(words[at]?.text ?? ''));

/** “from 4pm today to 5pm tomorrow”: from one moment to another. */
function readMomentRange(words: Words, said: Found<Said>, setting: Setting): Found<Resolved | null> | null {
  if (said.value.clock === undefined || said.value.day?.grain !== 'day') return null;
  const joint = after(words, said.next, 'to', 'until', 'till', 'through', '-', 'and');
  const second = joint === null ? null : readTime(words, joint, setting);
  if (second === null || second.value.clock === undefined || second.value.day?.grain !== 'day') return null;
  const [from, to] = [resolve(said.value, setting), resolve(second.value, setting)];
  if (from?.kind !== 'timed' || to?.kind !== 'timed' || from.start === null || to.start === null) return null;
  return Temporal.PlainDateTime.compare(from.start, to.start) < 0
    ? { value: { ...from, end: to.start }, next: second.next }
    : null;
}

/** “more than 2 weeks ago”, “less than 3 days after tomorrow”: all that lies on one side of the day that it counts to. */
function readMoreOrLess(words: Words, at: number, setting: Setting): Found<Resolved | null> | null {
  const more = after(words, at, 'more than', 'over', 'at least', 'greater than');
  const lead = more ?? after(words, at, 'less than', 'fewer than', 'no more than', 'at most');
  const found = lead === null ? null : readFromHere(words, lead, setting);
  const length = lead === null ? null : readLength(words, lead);
  if (found === null || length === null || !('grain' in found.value)) return null;
  const day = found.value.span?.start;
  if (!day) return null;
  const isBack = /^(?:ago|before|earlier|back|prior)$/.test(words[length.next]?.text ?? '');
  const origin = addDays(day, length.value, isBack ? 1 : -1);
  const sides =
    more !== null
      ? { start: isBack ? null : day, end: isBack ? day : null }
      : { start: isBack ? day : origin, end: isBack ? origin : day };
  return { value: { kind: 'days', ...sides, rrule: null, grain: 'other' }, next: found.next };
}

/** “tomorrow before 5pm”: the bound stands between the day and the time. */
function readInnerBound(words: Words, said: Found<Said>, setting: Setting): Found<Resolved | null> | null {
  const { day } = said.value;
  if (day === undefined || day.grain !== 'day' || said.value.clock !== undefined || said.value.range !== undefined)
    return null;
  const bound = readBound(words, skip(words, said.next, ','));
  const clock = bound === null ? null : readTime(words, bound.next, setting);
  if (bound === null || clock === null || clock.value.clock === undefined || clock.value.day !== undefined) return null;
  return {
    value: bounded(resolve({ ...clock.value, ...said.value }, setting), bound.value, clock.value),
    next: clock.next,
  };
}

/** The first and last moment of a found time as text: plain dates for days, ISO 8601 with offset for moments. */
export function writeTime(
  resolved: Resolved,
  timeZone: string,
): { readonly start: string | null; readonly end: string | null; readonly allDay: boolean } {
  if (resolved.kind === 'days')
    return { start: resolved.start?.toString() ?? null, end: resolved.end?.toString() ?? null, allDay: true };
  const moment = (local: Temporal.PlainDateTime | null) =>
    local?.toZonedDateTime(timeZone).toString({ timeZoneName: 'never', smallestUnit: 'second' }) ?? null;
  return { start: moment(resolved.start), end: moment(resolved.end), allDay: false };
}
