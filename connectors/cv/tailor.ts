import type { Match } from '#connectors/cv/match.ts';
import { type Resume, SECTIONS, type Section } from '#connectors/cv/resume.ts';
import { shortenLine } from '#connectors/cv/wording.ts';
import type { Json, JsonObject } from '#contract/model/json.ts';
import { pointerOf } from '#contract/model/json-pointer.ts';

/** A place in a CV: a JSON pointer, such as `/work/0/highlights/2`. */
export type Pointer = string;

/** For each text of the result, the one text of the person’s CV that it is. */
export type Sources = Readonly<Record<Pointer, Pointer>>;

export type Tailored = {
  readonly resume: Resume;
  readonly sources: Sources;
  /** What now stands first in its list and did not before, by its place in the person's CV. */
  readonly putFirst: readonly Pointer[];
  readonly leftOut: readonly Pointer[];
};

/** Lines that may be said with fewer words; everything else is copied letter for letter. */
export const MAY_BE_REWORDED = /^\/(?:work|volunteer|projects)\/\d+\/(?:highlights\/\d+|summary|description)$/;

/** So many lines of one entry are kept: those that have to do with the job, and without those some of the others. */
const MOST_LINES = 5;
const LEAST_LINES = 3;
/** The parts whose order tells a story. */
const IN_TIME: readonly Section[] = ['work', 'education'];
/** Of these, what has nothing to do with the job goes when there is more than enough. */
const CAN_GO: Readonly<Partial<Record<Section, number>>> = {
  projects: 2,
  awards: 3,
  publications: 3,
  certificates: 4,
  interests: 2,
};
const IN_ORDER: Readonly<Record<string, true>> = { keywords: true, courses: true };
const HAS_TO_DO = 1;
/** Lists whose first item is worth telling. */
const TELLS = /^\/(?!languages|interests|references)[^/]+(?:\/\d+\/highlights)?$/;

/**
 * A CV for one job: of the same texts, others first, some left out. The posting decides order and choice through `match`
 * alone; there is no way for a word of it to get in.
 */
export function tailor(source: Resume, match: Match): Tailored {
  const sources: Record<Pointer, Pointer> = {};
  const putFirst: Pointer[] = [];
  const leftOut: Pointer[] = [];
  const out: Record<string, Json> = {};

  const textOf = (value: unknown): string => [...leaves(value)].join('\n');
  const scoreOf = (value: unknown): number => match.score(textOf(value));
  const hasToDo = (value: unknown): boolean => match.skillsIn(textOf(value)).length > 0 || scoreOf(value) >= HAS_TO_DO;

  function copy(value: unknown, from: readonly string[], to: readonly string[]): Json {
    if (Array.isArray(value))
      return value.map((each, index) => copy(each, [...from, String(index)], [...to, String(index)]));
    if (value !== null && typeof value === 'object') {
      const entries = Object.entries(value).map(([key, each]) => [key, copy(each, [...from, key], [...to, key])]);
      return Object.fromEntries(entries) as JsonObject;
    }
    const place = pointerOf(to);
    sources[place] = pointerOf(from);
    return typeof value === 'string' && MAY_BE_REWORDED.test(place) ? shortenLine(value) : (value as Json);
  }

  /** Puts the items of a list in this order; what is not named is left out. */
  function list(
    items: readonly unknown[],
    order: readonly number[],
    from: readonly string[],
    to: readonly string[],
    each = copy,
  ): Json[] {
    const [first] = order;
    if (first !== undefined && first !== 0 && TELLS.test(pointerOf(to)))
      putFirst.push(pointerOf([...from, String(first)]));
    for (const index of items.keys()) if (!order.includes(index)) leftOut.push(pointerOf([...from, String(index)]));
    return order.map((index, at) => each(items[index], [...from, String(index)], [...to, String(at)]));
  }

  function entry(value: unknown, from: readonly string[], to: readonly string[]): Json {
    const parts = Object.entries(value as JsonObject).map(([key, part]) => {
      const places = [
        [...from, key],
        [...to, key],
      ] as const;
      if (!Array.isArray(part)) return [key, copy(part, ...places)];
      if (key === 'highlights') return [key, list(part, chosenLines(part), ...places)];
      return [key, IN_ORDER[key] ? list(part, ranked(part), ...places) : copy(part, ...places)];
    });
    return Object.fromEntries(parts) as JsonObject;
  }

  /** The strongest first; of the same strength as they stood. */
  function ranked(items: readonly unknown[]): number[] {
    const scores = items.map(scoreOf);
    return [...items.keys()].sort((one, other) => (scores[other] ?? 0) - (scores[one] ?? 0) || one - other);
  }

  function chosenLines(lines: readonly unknown[]): number[] {
    const order = ranked(lines);
    const telling = order.filter((index) => hasToDo(lines[index])).slice(0, MOST_LINES);
    const others = order.filter((index) => !telling.includes(index));
    return [...telling, ...others.slice(0, Math.max(0, LEAST_LINES - telling.length))];
  }

  function chosenEntries(section: Section, items: readonly unknown[]): number[] {
    if (IN_TIME.includes(section)) return newestFirst(items);
    const enough = CAN_GO[section];
    const order = ranked(items);
    if (enough === undefined) return order;
    return order.filter((index, at) => at < enough || hasToDo(items[index]));
  }

  if (source.basics) out.basics = copy(source.basics, ['basics'], ['basics']);
  for (const section of orderOf(source, scoreOf)) {
    const items = source[section] ?? [];
    out[section] = list(items, chosenEntries(section, items), [section], [section], entry);
  }
  return { resume: out as Resume, sources, putFirst, leftOut };
}

/** What is there, in the usual order; skills first where they are asked for, education before work that has less to do with it. */
function orderOf(source: Resume, scoreOf: (value: unknown) => number): readonly Section[] {
  const there = SECTIONS.filter((section) => (source[section]?.length ?? 0) > 0);
  const scores = new Map(there.map((section) => [section, scoreOf(source[section])]));
  const score = (section: Section) => scores.get(section) ?? 0;
  const lead: Section[] = score('skills') >= HAS_TO_DO ? ['skills'] : [];
  const main: Section[] = score('education') > score('work') ? ['education', 'work'] : ['work'];
  const then: Section[] = ['projects', 'education'];
  const last: Section[] = ['languages', 'interests', 'references'];
  const middle = there
    .filter((section) => ![...lead, ...main, ...then, ...last].includes(section))
    .sort((one, other) => score(other) - score(one) || SECTIONS.indexOf(one) - SECTIONS.indexOf(other));
  const order = new Set([...lead, ...main, ...then, ...middle, ...last]);
  return [...order].filter((section) => there.includes(section));
}

/** By their last day; what has none goes on, or is of no time, and keeps its place at the top. */
function newestFirst(items: readonly unknown[]): number[] {
  const endOf = (index: number): string => {
    const { startDate, endDate } = items[index] as { startDate?: string; endDate?: string };
    return endDate ?? (startDate === undefined ? '9998' : '9999');
  };
  return [...items.keys()].sort((one, other) => endOf(other).localeCompare(endOf(one)) || one - other);
}

function* leaves(value: unknown): Generator<string> {
  if (typeof value === 'string') yield value;
  if (value === null || typeof value !== 'object') return;
  for (const [key, child] of Object.entries(value)) if (key !== 'url') yield* leaves(child);
}
