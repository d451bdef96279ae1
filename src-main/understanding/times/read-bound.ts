import type { Said } from '#main/understanding/times/read-time.ts';
import type { Resolved } from '#main/understanding/times/resolve-time.ts';
import { after, type Found, type Words } from '#main/understanding/times/words.ts';

/** Of which side of a time is spoken; `to-end` takes all of it in, as “before or in May” does. */
export type Bound = 'before' | 'after' | 'since' | 'until' | 'to-end';

const LEADING: readonly (readonly [Bound, readonly string[]])[] = [
  [
    'before',
    [
      'before',
      'before the',
      'by',
      'prior to',
      'no later than',
      'not later than',
      'earlier than',
      'sooner than',
      'ahead of',
      'in advance of',
      '<',
    ],
  ],
  ['after', ['after', 'later than', 'past', '>']],
  [
    'since',
    [
      'since',
      'starting',
      'starting on',
      'starting from',
      'starting in',
      'beginning',
      'beginning on',
      'as of',
      'from and after',
      '> =',
      'as early as',
      'no earlier than',
      'not earlier than',
      'no sooner than',
      'not before',
      'any time from',
      'effective',
      ...either(['on', 'in', 'at', 'equal to', 'during'], ['after', 'later than']),
    ],
  ],
  [
    'until',
    [
      'until',
      'till',
      'til',
      'up to',
      'through',
      'as late as',
      '< =',
      'up until',
      'ending',
      'ending on',
      ...either(['on', 'at', 'equal to'], ['before', 'earlier than', 'sooner than']),
    ],
  ],
  ['to-end', either(['in', 'during'], ['before', 'earlier than', 'sooner than'])],
];

/** “on or after”, “after or on”. */
function either(ones: readonly string[], others: readonly string[]): readonly string[] {
  return ones.flatMap((one) => others.flatMap((other) => [`${one} or ${other}`, `${other} or ${one}`]));
}

/** The words before a time that make it a bound, the longest that stand there. */
export function readBound(words: Words, at: number): Found<Bound> | null {
  if (after(words, at, 'beginning of', 'beginning on of', 'starting at', 'ending of') !== null) return null;
  let best: Found<Bound> | null = null;
  for (const [value, phrases] of LEADING) {
    const next = after(words, at, ...phrases);
    if (next !== null && next > (best?.next ?? 0)) best = { value, next };
  }
  return best;
}

/** The words behind a time that do: “or later”, “and before”. */
export function readBoundBehind(words: Words, at: number): Found<Bound> | null {
  const later = after(
    words,
    at,
    'or later',
    'and later',
    'or after',
    'and greater',
    'and onwards',
    'onwards',
    'onward',
    'and onward',
    'or newer',
  );
  const then = after(words, at, 'and after');
  const isEnd = then !== null && !/^[a-z]/.test(words[then]?.text ?? '');
  if (later !== null || isEnd) return { value: 'since', next: later ?? then ?? at };
  const earlier = after(words, at, 'or earlier', 'and earlier', 'or before', 'and before', 'or older');
  return earlier === null ? null : { value: 'until', next: earlier };
}

/** One side of a time as the only bound. After a day is from that day on, after a month from its end on. */
export function bounded(resolved: Resolved | null, bound: Bound, said: Said): Resolved | null {
  if (resolved === null || resolved.rrule !== null) return resolved;
  if (resolved.kind === 'timed') {
    const isLate = bound === 'after' && said.part !== undefined && said.clock === undefined;
    const edge = isLate ? resolved.end : resolved.start;
    return bound === 'after' || bound === 'since'
      ? { ...resolved, start: edge, end: null }
      : { ...resolved, start: null, end: edge };
  }
  const { start, end, grain } = resolved;
  const edge = said.day?.edge;
  switch (bound) {
    case 'before':
      return { ...resolved, start: null, end: edge ?? start };
    case 'until':
      return { ...resolved, start: null, end: edge ?? (grain === 'year' ? end : start) };
    case 'to-end':
      return { ...resolved, start: null, end };
    case 'since':
      return { ...resolved, start, end: null };
    case 'after':
      return { ...resolved, start: edge ?? (grain === 'day' ? start : end), end: null };
  }
}
