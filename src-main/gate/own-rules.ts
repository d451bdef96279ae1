import type { OwnRule } from '#contract/model/own-rule.ts';
import type { Orm } from '#db/open-database.ts';
import {
  endOwnRule,
  endSetAside,
  findOwnRule,
  insertOwnRule,
  insertSetAside,
  listOwnRules,
  listSetAside,
  type OwnRuleRow,
} from '#db/repositories/own-rules.ts';
import type { JournalTx } from '#main/events/journal.ts';
import type { Gate } from '#main/gate/check.ts';
import type { DraftedRule } from '#main/gate/draft-rule.ts';
import { noteRulesChanged } from '#main/gate/engine-in-force.ts';

const DAY_MS = 86_400_000;
const HOUR_MS = 3_600_000;

/** The person's own rules that hold, with which of them can't be read and which are set aside. */
export function listRules(gate: Gate, orm: Orm, now: string): OwnRule[] {
  const { problems } = gate.inForce(orm, now);
  const aside = new Map(listSetAside(orm, now).map(({ ruleId, expiresAt }) => [ruleId, expiresAt]));
  return listOwnRules(orm, now).map(({ endedAt: _never, ...rule }) => ({
    ...rule,
    problem: problems.get(rule.id)?.says ?? null,
    setAsideUntil: aside.get(rule.id) ?? null,
  }));
}

/** Puts a checked rule in force. What allows something ends by itself; what restricts stays until it is taken away. */
export function addRule(tx: JournalTx, rule: DraftedRule & { readonly id: string }, days: number, actor: string): void {
  const until = new Date(Date.parse(tx.now) + days * DAY_MS).toISOString();
  const expiresAt = rule.does === 'allows' ? until : null;
  insertOwnRule(tx, { ...rule, createdAt: tx.now, expiresAt, endedAt: null });
  noteRulesChanged(tx);
  const { id: ruleId, says, cedar } = rule;
  tx.append({ actor, body: { kind: 'rule.added', ruleId, says, cedar, until: expiresAt } });
}

/** From its commit on it holds no longer. Undefined when there is none that holds. */
export function removeRule(tx: JournalTx, id: string, actor: string): OwnRuleRow | undefined {
  const rule = findOwnRule(tx.orm, id);
  if (!rule || rule.endedAt !== null) return undefined;
  endOwnRule(tx, id, tx.now);
  noteRulesChanged(tx);
  tx.append({ actor, body: { kind: 'rule.ended', ruleId: id, says: rule.says } });
  return rule;
}

/** An override: the rule counts for nothing until then. Doing it again begins anew. */
export function setRuleAside(
  tx: JournalTx,
  rule: { readonly id: string; readonly says: string },
  { typed, hours }: { readonly typed: string; readonly hours: number },
  actor: string,
): string {
  const until = new Date(Date.parse(tx.now) + hours * HOUR_MS).toISOString();
  endSetAside(tx, rule.id, tx.now);
  insertSetAside(tx, { id: tx.newId(), ruleId: rule.id, createdAt: tx.now, expiresAt: until, endedAt: null });
  noteRulesChanged(tx);
  tx.append({ actor, body: { kind: 'rule.set-aside', ruleId: rule.id, says: rule.says, typed, until } });
  return until;
}

export function putRuleBack(tx: JournalTx, rule: { readonly id: string; readonly says: string }, actor: string): void {
  if (!listSetAside(tx.orm, tx.now).some(({ ruleId }) => ruleId === rule.id)) return;
  endSetAside(tx, rule.id, tx.now);
  noteRulesChanged(tx);
  tx.append({ actor, body: { kind: 'rule.back', ruleId: rule.id, says: rule.says } });
}
