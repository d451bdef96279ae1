import { tokenise } from '#main/planner/text/tokenise.ts';
import type { Clock } from '#main/planner/time/clock.ts';
import { findTimePhrases } from '#main/planner/time/find-time-phrases.ts';
import { corrected, merged, type WhenParts } from '#main/planner/time/when-parts.ts';

/** A short answer leaves out the little word that makes “3” an hour or “5th” a day. */
const BEFORE = ['', 'at ', 'on ', 'on the ', 'in the '];
const HALVES: Readonly<Record<string, WhenParts>> = {
  am: { part: 'morning' },
  pm: { part: 'afternoon' },
  morning: { part: 'morning' },
  afternoon: { part: 'afternoon' },
  evening: { part: 'evening' },
  night: { part: 'night' },
};

/** What an answer to a question about the time says; empty where it says nothing about it. */
export function readTimeAnswer(answer: string, clock: Clock): WhenParts {
  const plain = answer
    .toLowerCase()
    .replace(/[.!?\s]+$/, '')
    .replace(/^(?:in the|the|at) /, '')
    .trim();
  const half = Object.hasOwn(HALVES, plain) ? HALVES[plain] : undefined;
  if (half !== undefined) return half;
  for (const before of BEFORE) {
    const phrases = findTimePhrases(tokenise(`${before}${answer.trim()}`), clock);
    if (phrases.length === 0) continue;
    return phrases.reduce<WhenParts>((all, { said }) => merged(all, said) ?? corrected(all, said), {});
  }
  return {};
}
