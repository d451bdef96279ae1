import { t } from '#contract/language/t.ts';
import type { PolicyEngine } from '#policies/decide.ts';
import unreadableRule from '#policies/defaults/unreadable-rule.cedar?raw';
import { loadPoliciesFrom, type OwnRuleText, readOwnRule, shippedPolicies } from '#policies/load-policies.ts';
import type { RuleProblem } from '#policies/rule-problem.ts';

export type InForce = {
  readonly engine: PolicyEngine;
  /** By the name of the person's rule that can't be read, such as one from before its words changed. */
  readonly problems: ReadonlyMap<string, RuleProblem>;
};

/**
 * The rules that ship with the person's own. One of theirs that can't be read is left out, and as long as there is
 * such a one every change is asked about: nobody knows what it forbade. What was loaded into the same `slot` before
 * must not be asked any more. Throws only if one of our own files is broken.
 */
export function loadWithOwn(own: readonly OwnRuleText[], setAside: ReadonlySet<string>, slot: string): InForce {
  const problems = new Map<string, RuleProblem>();
  const readable = own.filter((each) => {
    const read = readOwnRule({ name: t`Your rule`, text: each.text });
    if ('cedar' in read) return true;
    problems.set(each.name, read);
    return false;
  });
  const instead = problems.size > 0 ? [{ name: 'unreadable-rule.cedar', text: unreadableRule }] : [];
  const loaded = loadPoliciesFrom({ ...shippedPolicies, own: [...readable, ...instead], setAside }, slot);
  if (!loaded.ok) throw new Error(`${loaded.problem.says} ${loaded.problem.detail}`);
  return { engine: loaded.value, problems };
}
