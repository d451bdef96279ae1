import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { ActionNameSchema } from '#contract/model/action-name.ts';
import { AutonomySchema } from '#contract/model/autonomy.ts';
import { DecisionSchema } from '#contract/model/decision.ts';
import { DomainSchema } from '#contract/model/domain.ts';
import { EffectSchema } from '#contract/model/effect.ts';
import { type Blanks, BlanksSchema, type RuleTemplateId, RuleTemplateIdSchema } from '#contract/model/own-rule.ts';
import { ProvenanceSchema } from '#contract/model/provenance.ts';
import { RiskTierSchema } from '#contract/model/risk-tier.ts';
import { CIRCUMSTANCES } from '#policies/circumstances.ts';
import type { PolicyEngine } from '#policies/decide.ts';
import { loadPolicies, loadPoliciesFrom, shippedPolicies } from '#policies/load-policies.ts';
import { fillTemplate, type SayBlank } from '#policies/templates/fill-template.ts';
import { templateOf, templates } from '#policies/templates/templates.ts';

const QuestionSchema = z.strictObject({
  action: ActionNameSchema,
  connector: z.string(),
  tier: RiskTierSchema,
  effect: EffectSchema.strict(),
  domain: DomainSchema,
  confidence: z.number(),
  automation: z.string().nullable(),
  autonomy: AutonomySchema,
  firstWeek: z.boolean(),
  paused: z.boolean(),
  shadow: z.boolean(),
  role: z.enum(['owner', 'delegate', 'program', 'viewer']),
  known: z.boolean(),
  replanned: z.boolean(),
  foreignPlan: z.boolean(),
  sinks: z.array(z.strictObject({ path: z.string().startsWith('/'), provenance: ProvenanceSchema })),
  circumstances: z.partialRecord(z.enum(CIRCUMSTANCES), z.number()),
  approved: z.boolean(),
});

const CaseSchema = z.strictObject({
  /** Holds whatever level the person chose; otherwise the facts name the level, or the baseline's counts. */
  atEveryLevel: z.boolean().default(false),
  /** A rule of the person's own that is in force; it is called `own`. */
  own: z.strictObject({ template: RuleTemplateIdSchema, blanks: BlanksSchema }).optional(),
  /** What differs from the baseline. */
  facts: QuestionSchema.partial().extend({ effect: EffectSchema.partial().strict().optional() }),
  verdict: DecisionSchema.shape.verdict,
  /** The rules that decide, in the order in which the person reads them. */
  because: z.array(z.string()).min(1),
  notify: z.boolean().optional(),
});

const readJson = (path: string): unknown => JSON.parse(readFileSync(new URL(`cases/${path}`, import.meta.url), 'utf8'));
const baseline = QuestionSchema.parse(readJson('baseline.json'));
const engine = loadPolicies();
const rulesSeen = new Set<string>();
const templatesSeen = new Set<string>();

function engineWith({ template, blanks }: { template: RuleTemplateId; blanks: Blanks }): PolicyEngine {
  const filled = fillTemplate(templateOf(template), blanks, { id: 'own', automationId: null, say: sayPlainly });
  if (!filled.ok) throw new Error(`The blank ${filled.blank} is not filled in.`);
  const loaded = loadPoliciesFrom({ ...shippedPolicies, own: [{ name: template, text: filled.cedar }] });
  if (!loaded.ok) throw new Error(loaded.problem.detail);
  return loaded.value;
}

const sayPlainly: SayBlank = (_kind, value) => JSON.stringify(value);

describe.each(DecisionSchema.shape.verdict.options)('%s', (verdict) => {
  const files = readdirSync(new URL(`cases/${verdict}`, import.meta.url)).sort();

  it.each(files)('%s', (file) => {
    const promise = CaseSchema.parse(readJson(`${verdict}/${file}`));
    expect(promise.verdict, 'the folder says the same as the file').toBe(verdict);
    const question = { ...baseline, ...promise.facts, effect: { ...baseline.effect, ...promise.facts.effect } };
    const levels = promise.atEveryLevel ? AutonomySchema.options : [question.autonomy];

    if (promise.own) templatesSeen.add(promise.own.template);
    const inForce = promise.own ? engineWith(promise.own) : engine;
    for (const autonomy of levels) {
      const decision = inForce.decide({ ...question, autonomy });
      const rules = decision.because.map(({ rule }) => rule);
      expect({ autonomy, verdict: decision.verdict, rules }).toEqual({ autonomy, verdict, rules: promise.because });
      if (promise.notify !== undefined) expect(decision.notify).toBe(promise.notify);
      for (const rule of rules) rulesSeen.add(rule);
    }
  });
});

it('has a case for every sentence with blanks', () => {
  expect(templates.map(({ id }) => id).filter((id) => !templatesSeen.has(id))).toEqual([]);
});

it('has a case for every rule that ships', () => {
  expect(engine.rules.map(({ id }) => id).filter((id) => !rulesSeen.has(id))).toEqual([]);
});
