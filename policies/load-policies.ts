import { type Autonomy, AutonomySchema } from '#contract/model/decision.ts';
import { askCedar, prepareRules } from '#policies/ask-cedar.ts';
import { decide, type PolicyEngine, type Rule } from '#policies/decide.ts';
import askEverything from '#policies/defaults/ask-everything.cedar?raw';
import askImportant from '#policies/defaults/ask-important.cedar?raw';
import firstWeek from '#policies/defaults/first-week.cedar?raw';
import runSafe from '#policies/defaults/run-safe.cedar?raw';
import type { Question } from '#policies/facts.ts';
import guardrails from '#policies/guardrails.cedar?raw';
import { type RuleFile, readRules, type WrittenRule } from '#policies/read-rules.ts';
import { describeProblem, type RuleProblem } from '#policies/rule-problem.ts';
import schema from '#policies/schema.cedarschema?raw';

/** The text of every file of rules. Guardrails and the first week only forbid, levels only permit. */
export type PolicyTexts = {
  readonly guardrails: string;
  readonly firstWeek: string;
  readonly levels: Readonly<Record<Autonomy, string>>;
};

export type LoadedPolicies =
  | { readonly ok: true; readonly value: PolicyEngine }
  | { readonly ok: false; readonly problem: RuleProblem };

export const shippedPolicies: PolicyTexts = {
  guardrails,
  firstWeek,
  levels: { 'ask-everything': askEverything, 'ask-important': askImportant, 'run-safe': runSafe },
};

/** The rules as shipped. Throws only if one of our own files is broken. */
export function loadPolicies(): PolicyEngine {
  const loaded = loadPoliciesFrom(shippedPolicies);
  if (!loaded.ok) throw new Error(`${loaded.problem.says} ${loaded.problem.detail}`);
  return loaded.value;
}

/** Reads, checks and prepares rules. A single bad rule refuses them all; whoever asked keeps the set in force. */
export function loadPoliciesFrom(texts: PolicyTexts): LoadedPolicies {
  const rules: (Rule & WrittenRule)[] = [];
  for (const { kind, level, ...file } of filesOf(texts)) {
    const read = readRules(file, schema);
    if (!read.ok) return read;
    for (const rule of read.rules) {
      if (rules.some(({ id }) => id === rule.id)) {
        const says = describeProblem(file.name, rule.line, 'name-taken');
        return { ok: false, problem: { file: file.name, line: rule.line, says, detail: rule.id } };
      }
      rules.push({ ...rule, kind, level });
    }
  }
  const prepared = prepareRules(schema, rules);
  const shown = rules.map(({ id, says, kind, level }): Rule => ({ id, says, kind, level }));
  const ask = (question: Question) => askCedar(prepared, question);
  return { ok: true, value: { rules: shown, decide: (question) => decide(shown, ask, question) } };
}

function filesOf({ guardrails, firstWeek, levels }: PolicyTexts): (RuleFile & Pick<Rule, 'kind' | 'level'>)[] {
  return [
    { name: 'guardrails.cedar', text: guardrails, effect: 'forbid', kind: 'guardrail', level: null },
    { name: 'first-week.cedar', text: firstWeek, effect: 'forbid', kind: 'level', level: null },
    ...AutonomySchema.options.map((level) => {
      return { name: `${level}.cedar`, text: levels[level], effect: 'permit', kind: 'level', level } as const;
    }),
  ];
}
