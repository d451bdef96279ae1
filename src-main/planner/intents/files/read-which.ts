import type { Temporal } from 'temporal-polyfill';
import type { JsonObject } from '#contract/model/json.ts';
import { isOfOtherThings } from '#main/planner/intents/files/file-words.ts';
import { bare } from '#main/planner/text/wording.ts';
import type { Clock } from '#main/planner/time/clock.ts';
import pack from '#resources/packs/everyday/intents/files.json' with { type: 'json' };

/** Which files are meant, as arguments. `isSure`: the words can mean nothing but files. */
export type Which = { readonly args: JsonObject; readonly says: string; readonly isSure: boolean };

type Cut = { text: string; args: Record<string, string | number | string[]>; isSure: boolean };

const kinds = Object.entries(pack.kinds).flatMap(([kind, words]) => words.map((word) => ({ kind, word })));
kinds.sort((one, other) => other.word.length - one.word.length);
const whole = (word: string) => new RegExp(`(?<![\\p{L}\\p{N}])${word}(?![\\p{L}\\p{N}])`, 'iu');
const KINDS = kinds.map(({ kind, word }) => ({ kind, found: whole(word) }));
const ANY_FILE = whole(`(?:${pack.anyFile.join('|')})`);
const FILE_NAME = /\S\.(?:[a-z][a-z0-9]{1,4}|7z|mp[34])$/i;
const LITTLE =
  /^(?:all|every|each|the|my|our|of|these|those|any|old|that|which|are|is|was|were|from|in|and)(?=\s|$)|(?<=^|\s)(?:file|files|folder|everything|that|which|are|is|were|from|in|of|and)$/i;
const NUMBERS: Readonly<Record<string, number>> = { a: 1, an: 1, one: 1, two: 2, three: 3, four: 4, five: 5, six: 6 };
const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const UNITS: Readonly<Record<string, number>> = { kb: 1e3, mb: 1e6, gb: 1e9 };

/** “the invoices of 2025”, “all PDFs”, “report.pdf and plan.docx”; null where the words are about something else. */
export function readWhich(said: string, clock: Clock): Which | null {
  const says = bare(said).replaceAll(/\s+/g, ' ');
  if (says === '' || isOfOtherThings(says)) return null;
  const named = readNames(said.trim());
  if (named !== null) return { args: { files: named }, says, isSure: true };
  const cut: Cut = { text: says, args: {}, isSure: ANY_FILE.test(says) };
  cutSize(cut);
  cutTimes(cut, clock);
  cutKind(cut);
  const rest = bare(withoutLittle(cut.text.replace(/(?<=^|\s)(?:called|named|titled|about)\s+/i, '')));
  if (rest !== '') cut.args.named = rest;
  return { args: cut.args, says, isSure: cut.isSure };
}

/** File names, each with its ending or in quotes; “the folder Old things”. */
function readNames(said: string): string[] | null {
  const [, folder] = /^(?:the|my)\s+folder\s+(?:called\s+|named\s+)?(.+)$/i.exec(said) ?? [];
  const [, before] = /^(?:the|my)\s+(\S.*?)\s+folder$/i.exec(said) ?? [];
  const one = folder ?? before;
  if (one !== undefined) return [bare(one)];
  const parts = said
    .split(/,\s*(?:and\s+)?|\s+and\s+/i)
    .map((part) => part.replace(/^(?:the|my|file|files)\s+(?:file\s+)?/i, ''));
  const names = parts.map((part) => bare(part));
  const isName = (name: string, index: number) => FILE_NAME.test(name) || /^[“"]/.test(parts[index] ?? '');
  return names.length > 0 && names.every(isName) ? names : null;
}

function cutKind(cut: Cut): void {
  const found = KINDS.find((each) => each.found.test(cut.text));
  if (!found) return;
  cut.args.kind = found.kind;
  cut.isSure = true;
  cut.text = cut.text.replace(found.found, ' ');
}

function cutSize(cut: Cut): void {
  const found = /\b(?:larger|bigger|over|more) (?:than )?(\d+(?:\.\d+)?) ?(kb|mb|gb)\b/i.exec(cut.text);
  if (!found) return;
  cut.args.largerThan = Number(found[1]) * (UNITS[(found[2] ?? '').toLowerCase()] ?? 1);
  cut.isSure = true;
  cut.text = cut.text.replace(found[0], ' ');
}

function cutTimes(cut: Cut, { today }: Clock): void {
  const take = (pattern: RegExp, read: (found: RegExpExecArray) => Record<string, string> | null): boolean => {
    const found = pattern.exec(cut.text);
    const args = found && read(found);
    if (!found || !args) return false;
    Object.assign(cut.args, args);
    cut.text = cut.text.replace(found[0], ' ');
    return true;
  };
  const back = (count: string, unit: string): Temporal.PlainDate | null => {
    const number = NUMBERS[count.toLowerCase()] ?? Number(count);
    return Number.isFinite(number) && number <= 10_000 ? today.subtract({ [`${unit.toLowerCase()}s`]: number }) : null;
  };
  const day = (date: Temporal.PlainDate | null, field: string) => (date ? { [field]: date.toString() } : null);
  take(
    /\b(?:that are |which are )?(?:older|more) than (\w+) (day|week|month|year)s?(?: old)?\b/i,
    ([, count = '', unit = '']) => day(back(count, unit), 'before'),
  );
  take(/\b(?:newer|less|younger) than (\w+) (day|week|month|year)s?(?: old)?\b/i, ([, count = '', unit = '']) =>
    day(back(count, unit), 'since'),
  );
  take(/\b(?:from|of|in) the (?:last|past) (?:(\w+) )?(day|week|month|year)s?\b/i, ([, count = 'one', unit = '']) =>
    day(back(count, unit), 'since'),
  );
  take(/\b(?:from|of|in) (this|last) (year|month)\b/i, ([, which = '', unit = '']) => {
    const first = unit.toLowerCase() === 'year' ? today.with({ month: 1, day: 1 }) : today.with({ day: 1 });
    const step = unit.toLowerCase() === 'year' ? { years: 1 } : { months: 1 };
    const from = which.toLowerCase() === 'this' ? first : first.subtract(step);
    return { since: from.toString(), before: from.add(step).toString() };
  });
  take(/\b(?:from )?before (?:(\p{L}{3,9}) )?((?:19|20)\d\d)\b/iu, ([, month, year = '']) =>
    day(monthOf(today, year, month), 'before'),
  );
  take(/\bsince (?:(\p{L}{3,9}) )?((?:19|20)\d\d)\b/iu, ([, month, year = '']) =>
    day(monthOf(today, year, month), 'since'),
  );
  take(/\b(?:from|of|in) (?:(\p{L}{3,9}) )?((?:19|20)\d\d)\b/iu, ([, month, year = '']) => {
    const from = monthOf(today, year, month);
    return from && { since: from.toString(), before: from.add(month ? { months: 1 } : { years: 1 }).toString() };
  });
}

/** The first of a year, or of a month in it; null where the word is no month. */
function monthOf(today: Temporal.PlainDate, year: string, month: string | undefined): Temporal.PlainDate | null {
  const at = month === undefined ? 0 : MONTHS.indexOf(month.slice(0, 3).toLowerCase());
  return at < 0 ? null : today.with({ year: Number(year), month: at + 1, day: 1 });
}

function withoutLittle(text: string): string {
  const shorter = text.trim().replace(LITTLE, '').trim();
  return shorter === text.trim() ? shorter : withoutLittle(shorter);
}
