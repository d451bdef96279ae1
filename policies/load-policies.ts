import { type Autonomy, AutonomySchema } from '#contract/model/autonomy.ts';
import type { Decision } from '#contract/model/decision.ts';
import { askCedar, prepareRules } from '#policies/ask-cedar.ts';
import { type Circumstance, circumstancesReadBy } from '#policies/circumstances.ts';
import { type Answer, decide, type PolicyEngine, type Rule } from '#policies/decide.ts';
import askEverything from '#policies/defaults/ask-everything.cedar?raw';
import askImportant from '#policies/defaults/ask-important.cedar?raw';
import firstWeek from '#policies/defaults/first-week.cedar?raw';
import runSafe from '#policies/defaults/run-safe.cedar?raw';
import type { Question } from '#policies/facts.ts';
import guardrails from '#policies/guardrails.cedar?raw';
import { raisedRisk } from '#policies/raise-risk.ts';
import { type Read, type RuleFile, readRules, type WrittenRule } from '#policies/read-rules.ts';
import { describeProblem, type RuleProblem } from '#policies/rule-problem.ts';
import schema from '#policies/schema.cedarschema?raw';
import { weighRules } from '#policies/weigh-rules.ts';

/** The text of every file of rules. Guardrails and the first week only forbid, levels only permit. */
export type PolicyTexts = {
  readonly guardrails: string;
  readonly firstWeek: string;
  readonly levels: Readonly<Record<Autonomy, string>>;
  /** The person's own, each a file of its own. They may allow or forbid, and can lift no guardrail. */
  readonly own?: readonly OwnRuleText[];
  /** Names of rules that are set aside for a while; a guardrail never is. */
  readonly setAside?: ReadonlySet<string>;
};

export type OwnRuleText = { readonly name: string; readonly text: string };

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

/**
 * Reads, checks and prepares rules. A single bad rule refuses them all; whoever asked keeps the set in force. For sets
 * that follow each other, a `slot` of their own keeps only the last in memory.
 */
export function loadPoliciesFrom(texts: PolicyTexts, slot: string | null = null): LoadedPolicies {
  const rules: (Rule & WrittenRule)[] = [];
  for (const { kind, level, ...file } of filesOf(texts)) {
    const read = readOnce(file);
    if (!read.ok) return read;
    for (const rule of read.rules) {
      if (rules.some(({ id }) => id === rule.id)) {
        const says = describeProblem(file.name, rule.line, 'name-taken');
        return { ok: false, problem: { file: file.name, line: rule.line, says, detail: rule.id } };
      }
      rules.push({ ...rule, kind, level });
    }
  }
  return {
    ok: true,
    value: engineOf(
      rules.filter((rule) => !isSetAside(rule, texts)),
      slot,
    ),
  };
}

/** Reads one rule of the person's own by itself, before it is let near the others. */
export function readOwnRule({ name, text }: OwnRuleText): WrittenRule | RuleProblem {
  const read = readOnce({ name, text, effect: 'either' });
  if (!read.ok) return read.problem;
  const [rule] = read.rules;
  if (rule !== undefined && read.rules.length === 1) return rule;
  return { file: name, line: 1, says: describeProblem(name, 1, 'not-one-rule'), detail: '' };
}

/** What was read of a file is kept by its text: the person's rules change one at a time. */
const readBefore = new Map<string, Read>();
const MOST_KEPT = 500;

function readOnce(file: RuleFile): Read {
  const key = JSON.stringify(file);
  const read = readBefore.get(key) ?? readRules(file, schema);
  if (readBefore.size >= MOST_KEPT) readBefore.clear();
  readBefore.set(key, read);
  return read;
}

function engineOf(rules: readonly (Rule & WrittenRule)[], slot: string | null): PolicyEngine {
  const prepared = prepareRules(schema, rules, slot);
  const shown = rules.map(({ id, says, kind, level }): Rule => ({ id, says, kind, level }));
  const weighAt = new Map(
    AutonomySchema.options.map((level) => [
      level,
      weighRules(rules.filter((rule) => rule.level === null || rule.level === level)),
    ]),
  );
  const cedar = (question: Question) => askCedar(prepared, question);
  const quickly = (question: Question) => weighAt.get(question.autonomy)?.(question) ?? cedar(question);
  const reads = new Set<Circumstance>(rules.flatMap(({ cedar }) => [...circumstancesReadBy(cedar)]));
  return { rules: shown, reads, decide: (question) => decideWith(shown, { quickly, cedar }, question) };
}

/** What was weighed here can ask or refuse, and let somebody look; before anything more is done, Cedar has the word. */
function decideWith(rules: readonly Rule[], ask: Record<'quickly' | 'cedar', Ask>, question: Question): Decision {
  const decision = decide(rules, ask.quickly, question);
  const isMoreThanALook = decision.verdict === 'allow' && raisedRisk(question) !== 'L0';
  return isMoreThanALook ? decide(rules, ask.cedar, question) : decision;
}

type Ask = (question: Question) => Answer;

const isSetAside = ({ id, kind }: Rule, { setAside }: PolicyTexts): boolean =>
  kind !== 'guardrail' && setAside?.has(id) === true;

function filesOf({
  guardrails,
  firstWeek,
  levels,
  own = [],
}: PolicyTexts): (RuleFile & Pick<Rule, 'kind' | 'level'>)[] {
  return [
    { name: 'guardrails.cedar', text: guardrails, effect: 'forbid', kind: 'guardrail', level: null },
    { name: 'first-week.cedar', text: firstWeek, effect: 'forbid', kind: 'level', level: null },
    ...AutonomySchema.options.map((level) => {
      return { name: `${level}.cedar`, text: levels[level], effect: 'permit', kind: 'level', level } as const;
    }),
    ...own.map((file) => ({ ...file, effect: 'either', kind: 'own', level: null }) as const),
  ];
}
