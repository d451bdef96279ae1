import { t } from '#contract/language/t.ts';
import type { Autonomy } from '#contract/model/autonomy.ts';
import type { Because, Decision } from '#contract/model/decision.ts';
import type { Circumstance } from '#policies/circumstances.ts';
import type { Question } from '#policies/facts.ts';
import { raisedRisk } from '#policies/raise-risk.ts';

/** `level` is null for a rule that holds at every level. Only a guardrail is always on; `own` are the person's. */
export type Rule = {
  readonly id: string;
  readonly says: string;
  readonly kind: 'guardrail' | 'level' | 'own';
  readonly level: Autonomy | null;
};

export type PolicyEngine = {
  /** With `approved`, what is decided when a matching approval stands: `allow` or `refuse`, never `ask`. */
  decide(question: Question): Decision;
  /** Guardrails first, the person's own last; within a file in its own order. */
  readonly rules: readonly Rule[];
  /** The circumstances that one of the rules looks at: a question that leaves another out loses nothing. */
  readonly reads: ReadonlySet<Circumstance>;
};

/** What the rules answered, with the ids of those that decided; null when they could not answer. */
export type Answer = { readonly permitted: boolean; readonly ruleIds: readonly string[] } | null;

const nothingAllowsIt: Because = {
  rule: 'nothing-allows-it',
  says: t`None of your rules allows this, so I don’t do it.`,
};
const rulesCouldNotBeRead: Because = {
  rule: 'rules-could-not-be-read',
  says: t`I couldn’t check this against your rules, so I don’t do it.`,
};

/**
 * Asks the rules what holds without a yes, and then whether a yes would be enough. `because` names
 * the permit for `allow`, what makes asking necessary for `ask`, and what forbids it for `refuse`.
 */
export function decide(rules: readonly Rule[], ask: (question: Question) => Answer, question: Question): Decision {
  const asItStands = ask(question);
  if (asItStands === null) return refuse([rulesCouldNotBeRead]);
  if (asItStands.permitted) {
    const withoutAsking = !question.approved;
    const notify = withoutAsking && raisedRisk(question) !== 'L0';
    return { verdict: 'allow', because: explain(rules, asItStands.ruleIds), notify };
  }
  const withAYes = question.approved ? asItStands : ask({ ...question, approved: true });
  if (withAYes === null) return refuse([rulesCouldNotBeRead]);
  if (!withAYes.permitted) return refuse(explain(rules, withAYes.ruleIds));
  const whyAsk = asItStands.ruleIds.length > 0 ? asItStands.ruleIds : withAYes.ruleIds;
  return { verdict: 'ask', because: explain(rules, whyAsk), notify: false };
}

const refuse = (because: Because[]): Decision => ({ verdict: 'refuse', because, notify: false });

/** A denial without a rule is the default: nothing permits it. */
function explain(rules: readonly Rule[], ruleIds: readonly string[]): Because[] {
  if (ruleIds.length === 0) return [nothingAllowsIt];
  return rules.filter(({ id }) => ruleIds.includes(id)).map(({ id, says }) => ({ rule: id, says }));
}
