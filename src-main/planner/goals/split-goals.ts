import { findJoints } from '#main/planner/goals/find-joints.ts';
import type { Goal } from '#main/planner/goals/goal.ts';
import { judgeJoint, type Sides } from '#main/planner/goals/judge-joint.ts';
import {
  endOfCalendarWords,
  openingLength,
  opensGoal,
  partKind,
  saysOnlyWhere,
  saysWhere,
} from '#main/planner/goals/part-kind.ts';
import type { Span } from '#main/planner/text/phrase.ts';
import { skipPoliteWords, withoutPoliteWords } from '#main/planner/text/polite-words.ts';
import { type Token, tokenise } from '#main/planner/text/tokenise.ts';
import { textOf } from '#main/planner/text/wording.ts';
import type { Clock } from '#main/planner/time/clock.ts';
import { findTimePhrases, type TimePhrase } from '#main/planner/time/find-time-phrases.ts';
import splitting from '#resources/packs/everyday/splitting.json' with { type: 'json' };

const OBJECTS = new Set(splitting.objects);
const TEXT_BEGINS = new Set(splitting.textBegins);
const ASKS_OTHERS = new Set(splitting.asksOthers);
const TOGETHER = new Set(splitting.together);

/** A stretch that is a goal, with the words that it takes over from the goal before. */
type Part = { readonly span: Span; readonly takesOver: Span | null };

/** The goals of a text, in order. Words that say nothing make none. */
export function splitGoals(source: string, clock: Clock): readonly Goal[] {
  const tokens = tokenise(source);
  const times = findTimePhrases(tokens, clock);
  const goals: Goal[] = [];
  for (const { span, takesOver } of findParts(tokens, times)) {
    const own = tokens.slice(...span);
    const [from, to] = withoutPoliteWords(own);
    if (to <= from) continue;
    const inFront = takesOver === null ? [] : tokens.slice(...takesOver);
    const about = textOf(source, own, [from, to]);
    goals.push(makeGoal(goals.length + 1, source, [...inFront, ...own.slice(from, to)], about, clock));
  }
  return goals;
}

/** The words of a text as they stand, polite ones and all. */
export function wholeText(source: string): Goal {
  const tokens = tokenise(source).filter(({ kind }) => kind !== 'mark' && kind !== 'line');
  return { number: 1, source, tokens, head: 0, times: [], about: source };
}

function makeGoal(number: number, source: string, tokens: readonly Token[], about: string, clock: Clock): Goal {
  const times = findTimePhrases(tokens, clock);
  return { number, source, tokens, head: findHead(tokens, times), times, about };
}

/** Where the goal begins to say what is wanted, after “tomorrow at nine, please”. */
function findHead(tokens: readonly Token[], times: readonly TimePhrase[]): number {
  let at = 0;
  for (;;) {
    const next = times.find(({ from }) => from === at)?.to ?? endOfCalendarWords(tokens, at);
    if (next === null || next >= tokens.length) return at;
    at = skipPoliteWords(tokens, next);
  }
}

function findParts(tokens: readonly Token[], times: readonly TimePhrase[]): readonly Part[] {
  const joints = findJoints(tokens, times);
  const parts: Part[] = [];
  let current: Part = { span: [skipPoliteWords(tokens), tokens.length], takesOver: null };
  for (const [index, joint] of joints.entries()) {
    const [from] = current.span;
    if (joint.at <= from || joint.next >= tokens.length) continue;
    const nextEnd = joints[index + 1]?.at ?? tokens.length;
    const sides = sidesOf(tokens, times, joint.kind, [from, joint.at], [joint.next, nextEnd]);
    const verdict = judgeJoint(sides);
    if (verdict === 'merge' || saysOnlyWhen(times, from, joint.at) || saysOnlyWhere(tokens, [from, joint.at])) continue;
    parts.push({ ...current, span: [from, joint.at] });
    const opening = current.takesOver ?? openingOf(tokens, times, from, joint.at);
    current = { span: [joint.next, tokens.length], takesOver: verdict === 'inherit' ? opening : null };
  }
  return [...parts, current];
}

function openingOf(tokens: readonly Token[], times: readonly TimePhrase[], from: number, to: number): Span {
  const start = afterTimes(tokens, times, from);
  return [start, Math.min(start + openingLength(tokens, start, to), to)];
}

function sidesOf(
  tokens: readonly Token[],
  times: readonly TimePhrase[],
  joint: Sides['joint'],
  [from, to]: Span,
  [next, end]: Span,
): Sides {
  const start = afterTimes(tokens, times, from);
  const inBefore = times.filter((time) => time.from >= from && time.to <= to);
  const inAfter = times.filter((time) => time.from >= next && time.to <= end);
  const timeWords = inAfter.reduce((sum, time) => sum + time.to - time.from, 0);
  const hasTime = inAfter.length > 0;
  return {
    joint,
    before: {
      kind: partKind(tokens, start, to),
      hasTime: inBefore.length > 0,
      endsWithTime: inBefore.some((time) => time.to === to),
      isComplete: () => inBefore.length > 0 || saysWhere(tokens, [from, to]) || to - start <= 1,
      asksOthers: () => asksOthers(tokens, [start, to]),
      takesTogether: () => tokens.slice(start, to).some(({ lower }) => TOGETHER.has(lower)),
    },
    after: {
      opens: opensGoal(tokens, [afterTimes(tokens, times, next), end], hasTime),
      hasTime,
      hasWords: end - next > timeWords,
      startsWithTime: inAfter.some((time) => time.from === next),
      saysWhere: () => saysWhere(tokens, [next, end]),
      startsWithObject: OBJECTS.has(tokens[next]?.lower ?? ''),
    },
  };
}

/** Whether a text goes on after “that” with what somebody should do. */
function asksOthers(tokens: readonly Token[], [from, to]: Span): boolean {
  const inside = tokens.slice(from, to);
  const begins = inside.findIndex(({ lower }) => TEXT_BEGINS.has(lower));
  return inside.slice(begins + 1).some(({ lower }) => ASKS_OTHERS.has(lower));
}

/** The first token after times in front. */
function afterTimes(tokens: readonly Token[], times: readonly TimePhrase[], from: number): number {
  const time = times.find((one) => one.from === from);
  return time === undefined ? from : skipPoliteWords(tokens, time.to);
}

const saysOnlyWhen = (times: readonly TimePhrase[], from: number, to: number): boolean =>
  times.some((time) => time.from === from && time.to >= to);
