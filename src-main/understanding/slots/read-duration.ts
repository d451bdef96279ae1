import { isOnClock, type Unit } from '#main/understanding/times/calendar-words.ts';
import { type Amount, readLength } from '#main/understanding/times/read-relative.ts';
import { after, wordsOf } from '#main/understanding/times/words.ts';

const LETTERS: Readonly<Record<Unit, string>> = {
  second: 'S',
  minute: 'M',
  hour: 'H',
  day: 'D',
  workday: 'D',
  week: 'W',
  fortnight: 'W',
  weekend: 'W',
  month: 'M',
  quarter: 'M',
  year: 'Y',
  decade: 'Y',
  century: 'Y',
};
const TIMES: Readonly<Partial<Record<Unit, number>>> = { fortnight: 2, quarter: 3, decade: 10, century: 100 };

/** How long something takes, as an ISO 8601 duration: “for an hour and a half”, “30 minute call”. */
export function readDuration(text: string): string | undefined {
  const words = wordsOf(text);
  for (let at = 0; at < words.length; at += 1) {
    const lead = after(words, at, 'for', 'lasting', 'takes', 'take', 'a', 'an');
    const length = lead === null ? null : readLength(words, words[lead - 1]?.text.startsWith('a') ? lead - 1 : lead);
    const isCalled =
      length !== null &&
      /^(?:call|meeting|session|chat|break|run|walk|slot|nap|lesson|appointment|timer)s?$/.test(
        words[length.next]?.text ?? '',
      );
    const isFor = lead !== null && words[lead - 1]?.text !== 'a' && words[lead - 1]?.text !== 'an';
    if (length !== null && (isFor || isCalled)) return written(length.value);
    const counted = readLength(words, at);
    if (counted !== null && /^(?:call|meeting|session|timer|break)$/.test(words[counted.next]?.text ?? ''))
      return written(counted.value);
  }
  return undefined;
}

/** By how much something moves: “an hour later” is PT1H, “by half an hour earlier” -PT30M; with its place in the text. */
export function readShift(
  text: string,
): { readonly shift: string; readonly start: number; readonly end: number } | null {
  const words = wordsOf(text);
  for (let at = 0; at < words.length; at += 1) {
    const by = after(words, at, 'by');
    const length = readLength(words, by ?? at);
    if (length === null) continue;
    const later = after(words, length.next, 'later', 'back', 'forward', 'on', 'further');
    const sooner = after(words, length.next, 'earlier', 'sooner', 'up');
    if (later === null && sooner === null && by === null) continue;
    const next = later ?? sooner ?? length.next;
    const isSooner = sooner !== null || /\b(?:bring|pull|move)\b.*\bforward\b|\bearlier\b/.test(text);
    return {
      shift: (isSooner ? '-' : '') + written(length.value),
      start: words[at]?.start ?? 0,
      end: words[next - 1]?.end ?? 0,
    };
  }
  return null;
}

function written(amount: Amount): string {
  const all: Amount[] = [];
  for (let one: Amount | undefined = amount; one !== undefined; one = one.more)
    all.push(...(Number.isInteger(one.count) ? [one] : split(one)));
  const write = (ones: readonly Amount[]) =>
    ones.map(({ count, unit }) => `${count * (TIMES[unit] ?? 1)}${LETTERS[unit]}`).join('');
  const clock = all.filter(({ unit }) => isOnClock(unit));
  return `P${write(all.filter(({ unit }) => !isOnClock(unit)))}${clock.length === 0 ? '' : `T${write(clock)}`}`;
}

/** An hour and a half is 90 minutes, so that the duration has no fraction. */
function split({ count, unit }: Amount): readonly Amount[] {
  if (unit === 'hour') return [{ count: Math.round(count * 60), unit: 'minute' }];
  if (unit === 'minute') return [{ count: Math.round(count * 60), unit: 'second' }];
  if (unit === 'year') return [{ count: Math.round(count * 12), unit: 'month' }];
  if (unit === 'week') return [{ count: Math.round(count * 7), unit: 'day' }];
  return unit === 'day' ? [{ count: Math.round(count * 24), unit: 'hour' }] : [{ count: Math.round(count), unit }];
}
