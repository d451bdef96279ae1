import type { Decision } from '#contract/model/decision.ts';
import type { Orm, Tx } from '#db/open-database.ts';
import { listOwnRules, listSetAside } from '#db/repositories/own-rules.ts';
import { findPolicy, savePolicy } from '#db/repositories/settings.ts';
import { rememberAnswers } from '#main/gate/remember-answers.ts';
import type { Question } from '#policies/facts.ts';
import { factsForTheLog } from '#policies/facts-for-the-log.ts';
import type { OwnRuleText } from '#policies/load-policies.ts';
import { type InForce, loadWithOwn } from '#policies/own-rules-in-force.ts';

/** Decisions kept, by everything that they were made from. */
const REMEMBERED = 1_000;

/** Each gate of this process has its own place in memory. */
let gates = 0;

export type Standing = InForce & { decide(question: Question): Decision };

/** Tells the gate that the person's own rules are others now, with the transaction that makes them so. */
export function noteRulesChanged(tx: Tx & { newId(): string; readonly now: string }): void {
  savePolicy(tx, 'own-rules', { version: tx.newId() }, tx.now);
}

/**
 * The rules in force by what is on disk, also in an open transaction. They are read and checked when they are needed
 * first, and again when the person's own have changed or one of them ran out.
 */
export function createEngineInForce(): (orm: Orm, now: string) => Standing {
  gates += 1;
  const slot = `gate-${gates}`;
  let known: { readonly version: unknown; readonly from: string; readonly until: string; readonly standing: Standing };
  return (orm, now) => {
    const version = findPolicy(orm, 'own-rules')?.version ?? null;
    if (known && known.version === version && now >= known.from && now < known.until) return known.standing;
    const own = listOwnRules(orm, now);
    const aside = listSetAside(orm, now);
    const ends = [...own, ...aside].flatMap(({ expiresAt }) => expiresAt ?? []);
    const until = ends.reduce((earliest, end) => (end < earliest ? end : earliest), '9999');
    const texts = own.map(({ id, cedar }) => ({ name: id, text: cedar }));
    known = {
      version,
      from: now,
      until,
      standing: standingWith(loadWithOwn(texts, new Set(aside.map(({ ruleId }) => ruleId)), slot)),
    };
    return known.standing;
  };
}

/** Rules that are only tried, to be asked at once: the next that are tried take their place. */
export const tryStanding = (own: readonly OwnRuleText[], setAside: ReadonlySet<string>): Standing =>
  standingWith(loadWithOwn(own, setAside, 'tried'));

/** With answers from memory, each with the facts that it was made from. */
function standingWith(inForce: InForce): Standing {
  const decide = (question: Question): Decision => ({
    ...inForce.engine.decide(question),
    facts: factsForTheLog(question),
  });
  return { ...inForce, decide: rememberAnswers(decide, REMEMBERED) };
}
