import { skipPoliteWords } from '#main/planner/text/polite-words.ts';
import type { Token } from '#main/planner/text/tokenise.ts';
import type { TimePhrase } from '#main/planner/time/find-time-phrases.ts';
import splitting from '#resources/packs/everyday/splitting.json' with { type: 'json' };

/** A place where one goal may end and the next begin. */
export type Joint = {
  /** The first token that joins. */
  readonly at: number;
  /** The first token after it that says something. */
  readonly next: number;
  /** How plainly it separates: a line or the end of a sentence, a comma, a mere “and”. */
  readonly kind: 'item' | 'line' | 'stop' | 'comma' | 'and';
};

const JOINS = new Set(splitting.joins);
const STOPS = new Set(['.', '!', '?', ';', '…']);
const COMMAS = new Set([',', '–', '—', '/', '|']);
const BULLETS = new Set(['-', '•', '*', '·', '–', '—', '>']);

/** All places where a goal may end. A comma or “and” inside a time, as in “on Monday and Friday”, is none. */
export function findJoints(tokens: readonly Token[], times: readonly TimePhrase[]): readonly Joint[] {
  const joints: Joint[] = [];
  const inTime = new Set(
    times.flatMap(({ from, to }) => Array.from({ length: to - from }, (_, offset) => from + offset)),
  );
  for (let at = 0; at < tokens.length; ) {
    const joint = inTime.has(at) ? null : jointAt(tokens, at);
    if (joint !== null) joints.push(joint);
    at = joint?.next ?? at + 1;
  }
  return joints;
}

function jointAt(tokens: readonly Token[], at: number): Joint | null {
  let kind: Joint['kind'] | null = null;
  let next = at;
  for (let token = tokens[next]; token !== undefined; token = tokens[next]) {
    const found = separates(token);
    if (found === null) break;
    kind = stronger(kind, found);
    next += 1;
  }
  if (kind === null) return null;
  if (kind === 'line' && isItem(tokens, next)) kind = 'item';
  return { at, next: Math.max(skipPoliteWords(tokens, next), next), kind };
}

function separates(token: Token): Joint['kind'] | null {
  if (token.kind === 'line') return 'line';
  if (STOPS.has(token.text)) return 'stop';
  if (COMMAS.has(token.text)) return 'comma';
  return JOINS.has(token.lower) ? 'and' : null;
}

const ORDER: readonly (Joint['kind'] | null)[] = [null, 'and', 'comma', 'stop', 'line', 'item'];

const stronger = (one: Joint['kind'] | null, other: Joint['kind']): Joint['kind'] =>
  one !== null && ORDER.indexOf(one) > ORDER.indexOf(other) ? one : other;

/** A line that begins with a bullet or a number. */
function isItem(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at];
  if (token === undefined) return false;
  if (token.kind === 'mark') return BULLETS.has(token.text);
  const next = tokens[at + 1]?.text;
  return /^\d{1,2}$/.test(token.text) && (next === '.' || next === ')');
}
