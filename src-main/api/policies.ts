import { saidIn } from '#contract/language/said-in.ts';
import type { Policy } from '#contract/model/policy.ts';
import type { Orm } from '#db/open-database.ts';
import { findOwner } from '#db/repositories/people.ts';
import { door, orNotFound, toError } from '#main/api/door.ts';
import { ownRules, tryRules } from '#main/api/own-rules.ts';
import { readLimits, saveLimits } from '#main/gate/limits-in-force.ts';
import {
  readAutonomy,
  readFirstWeek,
  readHoldSeconds,
  saveAutonomy,
  saveFirstWeek,
  saveHoldSeconds,
} from '#main/gate/rules-in-force.ts';
import { simulateRules } from '#main/gate/simulate-rules.ts';
import { readSuspicionLimits, saveSuspicionLimits } from '#main/gate/suspicion-limits.ts';
import type { Engine } from '#main/orchestrator/engine.ts';
import type { Refusal } from '#main/orchestrator/refusal.ts';
import ruleWords from '#resources/packs/everyday/rules.json' with { type: 'json' };

const copy = saidIn(ruleWords);

const noSuchRule: Refusal = { refused: 'not-found', says: copy.noSuchRule };
const notYours: Refusal = { refused: 'conflict', says: copy.guardrailStays };
const nothingToChange: Refusal = { refused: 'bad-request', says: copy.nothingToChange };

function listPolicies(engine: Engine): Policy[] {
  const { orm } = engine.journal;
  const autonomy = readAutonomy(orm);
  const firstWeek = readFirstWeek(orm, ownerSince(orm));
  const isOn = firstWeek.enabled && engine.journal.now() < firstWeek.until;
  const yours = {
    editable: true,
    enabled: true,
    autonomy: null,
    until: null,
    limits: null,
    suspicion: null,
    holdSeconds: null,
  };
  return [
    { ...yours, id: 'autonomy', kind: 'autonomy', says: copy.autonomy[autonomy], autonomy },
    { ...yours, id: 'first-week', kind: 'first-week', says: copy.firstWeek, enabled: isOn, until: firstWeek.until },
    { ...yours, id: 'suspicion', kind: 'suspicion', says: copy.suspicion, suspicion: readSuspicionLimits(orm) },
    { ...yours, id: 'hold', kind: 'hold', says: copy.hold, holdSeconds: readHoldSeconds(orm) },
    { ...yours, id: 'limits', kind: 'limits', says: copy.limits, limits: readLimits(orm).limits },
    ...engine.gate
      .inForce(orm, engine.journal.now())
      .engine.rules.filter(({ kind }) => kind === 'guardrail')
      .map(({ id, says }): Policy => ({ ...yours, id, kind: 'guardrail', says, editable: false })),
  ];
}

const ownerSince = (orm: Orm): string => findOwner(orm)?.createdAt ?? new Date(0).toISOString();

export const policies = {
  list: door.policies.list.handler(({ context: { engine } }) => ({ items: listPolicies(engine) })),
  ...ownRules,
  simulate: door.policies.simulate.handler(({ input, context: { engine } }) => {
    const { standing, added } = tryRules(engine, input);
    return { added, ...simulateRules(engine.gate, engine.journal.orm, { ...input, standing }, engine.journal.now()) };
  }),
  update: door.policies.update.handler(async ({ input, context: { engine, actor } }) => {
    const { id, autonomy, enabled, limits, suspicion, holdSeconds } = input;
    const rule = orNotFound(
      listPolicies(engine).find((each) => each.id === id),
      noSuchRule,
    );
    if (!rule.editable) throw toError(notYours);
    const wanted = { autonomy, limits, suspicion, hold: holdSeconds, 'first-week': enabled, guardrail: undefined }[
      rule.kind
    ];
    if (wanted === undefined) throw toError(nothingToChange);
    await engine.journal.write((tx) => {
      if (rule.kind === 'autonomy' && autonomy) saveAutonomy(tx, autonomy, tx.now);
      if (rule.kind === 'suspicion' && suspicion) {
        saveSuspicionLimits(tx, { ...readSuspicionLimits(tx.orm), ...suspicion }, tx.now);
      }
      if (rule.kind === 'hold' && holdSeconds !== undefined) saveHoldSeconds(tx, holdSeconds, tx.now);
      if (rule.kind === 'limits' && limits) saveLimits(tx, limits, tx.now);
      if (rule.kind === 'first-week' && enabled !== undefined) {
        const week = readFirstWeek(tx.orm, ownerSince(tx.orm));
        const again = enabled && tx.now >= week.until;
        saveFirstWeek(tx, { enabled, until: again ? aWeekFrom(tx.now) : week.until }, tx.now);
      }
      tx.append({
        actor,
        body: {
          kind: 'policy.changed',
          policyId: id,
          to: typeof wanted === 'object' ? JSON.stringify(wanted) : String(wanted),
        },
      });
    });
    // What waits for room may have some now.
    if (rule.kind === 'limits') engine.queue.wakeAll();
    return orNotFound(
      listPolicies(engine).find((each) => each.id === id),
      noSuchRule,
    );
  }),
};

const aWeekFrom = (now: string): string => new Date(Date.parse(now) + 7 * 86_400_000).toISOString();
