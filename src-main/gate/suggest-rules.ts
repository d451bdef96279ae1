import type { Approval } from '#contract/model/approval.ts';
import type { RuleOffer, RuleSuggestion } from '#contract/model/own-rule.ts';
import type { Orm, Tx } from '#db/open-database.ts';
import { listApprovalsSince } from '#db/repositories/approvals.ts';
import { findPolicy, savePolicy } from '#db/repositories/settings.ts';
import { findStep } from '#db/repositories/steps.ts';
import { canonicalJson } from '#main/events/canonical-json.ts';
import { offersFor } from '#main/gate/offer-rules.ts';

const DAY_MS = 86_400_000;
const LOOK_BACK_DAYS = 60;
/** So many yeses without one no speak for a rule. */
const ENOUGH = 5;
const MOST_SUGGESTED = 3;

/** A rule that answers speak for, before it is put into words. */
export type Suggested = Pick<RuleSuggestion, 'key' | 'evidence'> & {
  readonly rule: RuleOffer['rule'];
  /** The latest card that it would have let through. */
  readonly latest: Approval;
  readonly tool: string;
};

/**
 * The rules that the person's answers speak for: at least five yeses to the same kind of card lately, none changed and
 * not one no. Refused ones never come back.
 */
export function suggestRules(orm: Orm, now: string): readonly Suggested[] {
  const since = new Date(Date.parse(now) - LOOK_BACK_DAYS * DAY_MS).toISOString();
  const refused = refusedSuggestions(orm);
  const groups = new Map<string, { rule: RuleOffer['rule']; tool: string; answered: Approval[] }>();
  for (const approval of listApprovalsSince(orm, since)) {
    const tool = findStep(orm, approval.runId, approval.stepId)?.tool;
    const rule = tool === undefined ? undefined : offersFor(approval.card, tool, null)[0];
    if (tool === undefined || !rule || approval.status === 'waiting') continue;
    const key = keyOf(rule);
    const group = groups.get(key) ?? { rule, tool, answered: [] };
    group.answered.push(approval);
    groups.set(key, group);
  }
  return [...groups]
    .flatMap(([key, { rule, tool, answered }]): Suggested[] => {
      const approved = answered.filter(({ status }) => status === 'approved').length;
      const latest = answered.at(-1);
      if (refused.includes(key) || approved < ENOUGH || approved < answered.length || !latest) return [];
      const evidence = { approved, asked: answered.length, since: answered[0]?.createdAt ?? since };
      return [{ key, rule, tool, latest, evidence }];
    })
    .sort((a, b) => b.evidence.approved - a.evidence.approved)
    .slice(0, MOST_SUGGESTED);
}

export function refuseSuggestion(tx: Tx, key: string, now: string): void {
  const keys = [...new Set([...refusedSuggestions(tx.orm), key])];
  savePolicy(tx, 'refused-suggestions', { keys }, now);
}

function refusedSuggestions(orm: Orm): readonly string[] {
  const keys = findPolicy(orm, 'refused-suggestions')?.keys;
  return Array.isArray(keys) ? keys.filter((key) => typeof key === 'string') : [];
}

const keyOf = (rule: RuleOffer['rule']): string => canonicalJson(rule);
