import type { Goal } from '#main/planner/goals/goal.ts';
import { copy } from '#main/planner/text/copy.ts';
import { loadPhrases } from '#main/planner/text/load-phrases.ts';
import { matchAny } from '#main/planner/text/phrase.ts';
import pack from '#resources/packs/everyday/intents/reminders.json' with { type: 'json' };

const words = copy.reminders.create;
const KINDS = [
  { kind: 'reminder', message: '', phrases: loadPhrases(pack.create.opens) },
  { kind: 'wake-up', message: words.wakeUp, phrases: loadPhrases(pack.create.wakeUps) },
  { kind: 'alarm', message: words.alarm, phrases: loadPhrases(pack.create.alarms) },
  { kind: 'timer', message: words.timer, phrases: loadPhrases(pack.create.timers) },
] as const;
const NEEDS_TIME = new Set(pack.create.needsTime);
const BEGINS = loadPhrases(pack.create.begins);
const LINKS = loadPhrases(pack.create.links);
const NEVER_AFTER = loadPhrases(pack.create.neverAfter);

/** How a reminder is asked for. */
export type ReminderOpening = {
  readonly kind: (typeof KINDS)[number]['kind'];
  /** What it says where the person gives no words of their own. */
  readonly message: string;
  /** “Notify me” without a time asks for news, not for a reminder. */
  readonly needsTime: boolean;
  /** The token after “remind me”. */
  readonly end: number;
  /** The first token of the message, after “tomorrow at nine to”. */
  readonly textAt: number;
};

/** What a goal about a new reminder begins with. */
export function findReminderOpening(goal: Goal): ReminderOpening | null {
  for (const { kind, message, phrases } of KINDS) {
    const match = matchAny(phrases, goal.tokens, goal.head);
    if (match === null) continue;
    if (matchAny(NEVER_AFTER, goal.tokens, match.end) !== null) return null;
    const needsTime = NEEDS_TIME.has(goal.tokens[goal.head]?.lower ?? '');
    return { kind, message, needsTime, end: match.end, textAt: skipToText(goal, match.end) };
  }
  return null;
}

/** Passes over the time and the little words between “remind me” and what it is about; “to” begins the text. */
function skipToText(goal: Goal, from: number): number {
  let at = from;
  for (;;) {
    const begins = matchAny(BEGINS, goal.tokens, at);
    if (begins !== null) return begins.end;
    const time = goal.times.find((phrase) => phrase.from === at);
    const next = time?.to ?? matchAny(LINKS, goal.tokens, at)?.end ?? at;
    if (next === at) return at;
    at = next;
  }
}
