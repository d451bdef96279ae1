import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { ActionNameSchema } from '#contract/model/action-name.ts';
import { AutonomySchema, DecisionSchema } from '#contract/model/decision.ts';
import { EffectSchema } from '#contract/model/effect.ts';
import { ProvenanceSchema } from '#contract/model/provenance.ts';
import { RiskTierSchema } from '#contract/model/risk-tier.ts';
import { loadPolicies } from '#policies/load-policies.ts';

const QuestionSchema = z.strictObject({
  action: ActionNameSchema,
  connector: z.string(),
  tier: RiskTierSchema,
  effect: EffectSchema.strict(),
  autonomy: AutonomySchema,
  firstWeek: z.boolean(),
  paused: z.boolean(),
  role: z.enum(['owner', 'delegate', 'viewer']),
  known: z.boolean(),
  replanned: z.boolean().optional(),
  sinks: z.array(z.strictObject({ path: z.string().startsWith('/'), provenance: ProvenanceSchema })),
  approved: z.boolean(),
});

const CaseSchema = z.strictObject({
  /** Holds whatever level the person chose; otherwise the facts name the level, or the baseline's counts. */
  atEveryLevel: z.boolean().default(false),
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

describe.each(DecisionSchema.shape.verdict.options)('%s', (verdict) => {
  const files = readdirSync(new URL(`cases/${verdict}`, import.meta.url)).sort();

  it.each(files)('%s', (file) => {
    const promise = CaseSchema.parse(readJson(`${verdict}/${file}`));
    expect(promise.verdict, 'the folder says the same as the file').toBe(verdict);
    const question = { ...baseline, ...promise.facts, effect: { ...baseline.effect, ...promise.facts.effect } };
    const levels = promise.atEveryLevel ? AutonomySchema.options : [question.autonomy];

    for (const autonomy of levels) {
      const decision = engine.decide({ ...question, autonomy });
      const rules = decision.because.map(({ rule }) => rule);
      expect({ autonomy, verdict: decision.verdict, rules }).toEqual({ autonomy, verdict, rules: promise.because });
      if (promise.notify !== undefined) expect(decision.notify).toBe(promise.notify);
      for (const rule of rules) rulesSeen.add(rule);
    }
  });
});

it('has a case for every rule that ships', () => {
  expect(engine.rules.map(({ id }) => id).filter((id) => !rulesSeen.has(id))).toEqual([]);
});
