import { saidIn } from '#contract/language/said-in.ts';
import type { Approval } from '#contract/model/approval.ts';
import type { FilledTemplate, RuleOffer } from '#contract/model/own-rule.ts';
import { findApproval } from '#db/repositories/approvals.ts';
import { listOwnRules } from '#db/repositories/own-rules.ts';
import { findRun } from '#db/repositories/runs.ts';
import { findStep } from '#db/repositories/steps.ts';
import { canonicalJson } from '#main/events/canonical-json.ts';
import { type DraftedRule, draftRule } from '#main/gate/draft-rule.ts';
import { tryStanding } from '#main/gate/engine-in-force.ts';
import { offersFor } from '#main/gate/offer-rules.ts';
import { addRule } from '#main/gate/own-rules.ts';
import { proposalOfCard } from '#main/gate/proposal-of-card.ts';
import { decideTogether } from '#main/orchestrator/answer-approval.ts';
import type { Engine } from '#main/orchestrator/engine.ts';
import { type Refusal, refusals } from '#main/orchestrator/refusal.ts';
import { sayBlankOf } from '#main/orchestrator/say-blank-of.ts';
import ruleWords from '#resources/packs/everyday/rules.json' with { type: 'json' };

const copy = saidIn(ruleWords);

const notOffered: Refusal = { refused: 'bad-request', says: copy.notOffered };

/** The rules that this card's yes could be made into: those that would have let it through. */
export function offersOf(engine: Engine, approval: Approval): readonly RuleOffer[] {
  const { orm } = engine.journal;
  const tool = findStep(orm, approval.runId, approval.stepId)?.tool;
  const automationId = findRun(orm, approval.runId)?.automationId ?? null;
  if (tool === undefined || approval.status !== 'waiting') return [];
  return offersFor(approval.card, tool, automationId).flatMap((rule): RuleOffer[] => {
    const drafted = draft(engine, rule, 'offered');
    return drafted && wouldAllow(engine, approval, drafted) ? [{ rule, says: drafted.says }] : [];
  });
}

/** “Always, but only …”: the yes and the rule in one transaction, or neither. How often a day is the person's to say. */
export async function approveAlways(
  engine: Engine,
  wanted: { readonly id: string; readonly digest: string; readonly rule: FilledTemplate },
  actor: string,
): Promise<Approval | Refusal> {
  const { id, digest, rule } = wanted;
  const approval = findApproval(engine.journal.orm, id);
  if (!approval) return refusals.noSuchApproval;
  const ruleId = engine.journal.newId();
  const drafted = draft(engine, rule, ruleId);
  const isOffered = offersOf(engine, approval).some((offer) => isButForCount(offer.rule, rule));
  if (!drafted || (approval.status === 'waiting' && !isOffered)) return notOffered;
  const refusal = await decideTogether(engine, [{ id, decision: 'approve', digest }], actor, (tx) =>
    addRule(tx, { ...drafted, id: ruleId }, rule.days, actor),
  );
  return refusal ?? findApproval(engine.journal.orm, id) ?? refusals.noSuchApproval;
}

function draft(engine: Engine, rule: RuleOffer['rule'], id: string): DraftedRule | null {
  const drafted = draftRule({ days: 1, ...rule }, id, sayBlankOf(engine));
  return 'notTaken' in drafted ? null : drafted;
}

/** Beside the rules in force, once the first week is over: until then every change is asked whatever is allowed. */
function wouldAllow({ gate, journal }: Engine, approval: Approval, { cedar }: DraftedRule): boolean {
  const now = journal.now();
  const step = findStep(journal.orm, approval.runId, approval.stepId);
  if (!step) return false;
  const own = listOwnRules(journal.orm, now).map((rule) => ({ name: rule.id, text: rule.cedar }));
  const standing = tryStanding([...own, { name: 'offered', text: cedar }], new Set());
  const automationId = findRun(journal.orm, approval.runId)?.automationId ?? null;
  const under = { approved: false, paused: false, now, automationId };
  const decision = gate.check(journal.orm, proposalOfCard(step, approval.card), under, { standing, firstWeek: false });
  return decision.verdict === 'allow';
}

function isButForCount(offered: RuleOffer['rule'], chosen: FilledTemplate): boolean {
  const plain = ({ template, blanks, automationId = '' }: RuleOffer['rule']) =>
    canonicalJson({ template, automationId, blanks: { ...blanks, count: 1 } });
  return plain(offered) === plain(chosen);
}
