import ICAL from 'ical.js';
import { addLine, type ContentLine, ownLines } from '#connectors/sdk/calendar/content-line.ts';
import { deriveId, hashOf } from '#connectors/sdk/derive-id.ts';

/**
 * The property by which a change is found again: an id that follows from the change's key, and a
 * fingerprint of the event as the change left it. Several changes of one event each leave theirs.
 */
export const MARK = 'X-LIFE-OS-CHANGE';
/** Old marks go when there are more: they only matter until the next start of the app. */
const MOST_MARKS = 16;

/** What calendar programs alter by themselves when they write a file again, without anybody changing the event. */
const volatile = new Set([
  'dtstamp',
  'last-modified',
  'created',
  'sequence',
  'x-moz-generation',
  'x-moz-lastack',
  MARK.toLowerCase(),
]);

/** Leaves a mark on a component of the event whose parts now read `texts`. */
export function addMark(lines: readonly ContentLine[], key: string, texts: readonly string[]): ContentLine[] {
  const [oldest, ...others] = ownLines(lines, MARK);
  const kept = others.length + 1 >= MOST_MARKS ? lines.filter((line) => line !== oldest) : lines;
  return addLine(kept, `${MARK}:${deriveId(key)}-${fingerprintOf(texts)}`);
}

/** Whether the change with this key stands: `as-left`, or with something `altered` since; null when it doesn't. */
export function findMark(texts: readonly string[], key: string): 'as-left' | 'altered' | null {
  const mark = new RegExp(`^${MARK}(?:;[^:]*)?:${deriveId(key)}-([0-9a-f]+)`, 'im');
  const found = texts.flatMap((text) => mark.exec(text.replaceAll(/(\r\n|\n|\r)[ \t]/g, ''))?.[1] ?? []);
  if (found.length === 0) return null;
  return found.includes(fingerprintOf(texts)) ? 'as-left' : 'altered';
}

/** What an event's components mean, whatever order, folds and line ends they are written with. */
export function fingerprintOf(texts: readonly string[]): string {
  return hashOf(texts.map(meaningOf).sort().join('\n')).slice(0, 16);
}

function meaningOf(text: string): string {
  try {
    return sorted(ICAL.parse(text));
  } catch {
    return text;
  }
}

type Jcal = [name: string, properties: [string, ...unknown[]][], components: Jcal[]];

function sorted([name, properties, components]: Jcal): string {
  const meant = properties.filter(([property]) => !volatile.has(property)).map((property) => JSON.stringify(property));
  return JSON.stringify([name, meant.sort(), components.map(sorted).sort()]);
}
