import fc from 'fast-check';
import { describe, it } from 'vitest';
import { RiskTierSchema } from '#contract/model/risk-tier.ts';
import { anyFacts, anyOutsideMark, anyOwnRule, anySink } from '#policies/any-facts-for-tests.ts';
import type { PolicyEngine } from '#policies/decide.ts';
import type { Facts, Question } from '#policies/facts.ts';
import { loadPolicies, loadPoliciesFrom, shippedPolicies } from '#policies/load-policies.ts';

function engineWithOwn(own: readonly ((id: string) => { name: string; text: string })[]): PolicyEngine {
  const loaded = loadPoliciesFrom({ ...shippedPolicies, own: own.map((make, at) => make(`own-${at}`)) });
  if (!loaded.ok) throw new Error(loaded.problem.detail);
  return loaded.value;
}

/** The widest grant there can be, at every level: what holds against it holds against any other. */
function withEverythingGranted(): PolicyEngine {
  const grant = (level: string) => `\n@id("${level}-grant")\n@says("All.")\npermit (principal, action, resource);`;
  const { levels } = shippedPolicies;
  const loaded = loadPoliciesFrom({
    ...shippedPolicies,
    levels: {
      'ask-everything': levels['ask-everything'] + grant('ask-everything'),
      'ask-important': levels['ask-important'] + grant('ask-important'),
      'run-safe': levels['run-safe'] + grant('run-safe'),
    },
  });
  if (!loaded.ok) throw new Error(loaded.problem.says);
  return loaded.value;
}

/** A draft that reaches nobody and can be taken back at any time; nothing about it is more than that. */
const staysWithThem = ({ effect, tier, known, replanned, foreignPlan }: Facts): boolean =>
  effect.kind === 'draft' &&
  effect.audience === 'nobody' &&
  effect.recipients.length === 0 &&
  effect.money === undefined &&
  effect.reversible === 'yes' &&
  ['L0', 'L1'].includes(tier) &&
  known &&
  !replanned &&
  !foreignPlan;

describe.each([
  ['the rules as shipped', loadPolicies()],
  ['the rules with everything granted', withEverythingGranted()],
  ['the rules with a few of the person’s own', engineWithOwn(fc.sample(anyOwnRule, { numRuns: 12, seed: 7 }))],
])('%s', (_, engine) => {
  const verdictOf = (facts: Facts, changes: Partial<Question>) =>
    engine.decide({ ...facts, approved: false, ...changes }).verdict;
  const holds = (check: (facts: Facts, approved: boolean) => boolean | undefined) =>
    fc.assert(
      fc.property(anyFacts, fc.boolean(), (facts, approved) => check(facts, approved) !== false),
      { numRuns: 300 },
    );

  it('never does what always needs the person without their yes', () => {
    holds((facts) => verdictOf(facts, { tier: 'L3' }) !== 'allow');
  });

  it('never pays, publishes or submits without their yes, whatever risk was declared', () => {
    holds((facts) => {
      const kinds = (['payment', 'post', 'submission'] as const).map((kind) => ({ ...facts.effect, kind }));
      return kinds.every((effect) => verdictOf(facts, { effect }) !== 'allow');
    });
  });

  it('never does a change in the first week without their yes', () => {
    holds((facts) => verdictOf(facts, { firstWeek: true, tier: 'L2' }) !== 'allow');
  });

  it('never reaches strangers or the public, or does what has no way back, without their yes', () => {
    holds((facts) => {
      const { effect } = facts;
      return (
        verdictOf(facts, { effect: { ...effect, audience: 'stranger' } }) !== 'allow' &&
        verdictOf(facts, { effect: { ...effect, audience: 'public' } }) !== 'allow' &&
        verdictOf(facts, { tier: 'L2', effect: { ...effect, reversible: 'no' } }) !== 'allow'
      );
    });
  });

  it('does nothing while paused, yes or no', () => {
    holds((facts, approved) => verdictOf(facts, { paused: true, approved }) === 'refuse');
  });

  it('lets a viewer neither start nor approve anything', () => {
    holds((facts, approved) => verdictOf(facts, { role: 'viewer', approved }) === 'refuse');
  });

  it('never uses a value that outside text had a part in without their yes, but for a draft that stays with them', () => {
    const withOutside = fc.tuple(anyFacts, anySink, anyOutsideMark, fc.nat());
    fc.assert(
      fc.property(withOutside, ([facts, sink, mark, at]) => {
        const provenance = [...sink.provenance, mark];
        const sinks = facts.sinks.toSpliced(at % (facts.sinks.length + 1), 0, { ...sink, provenance });
        return verdictOf(facts, { sinks }) !== 'allow' || staysWithThem(facts);
      }),
      { numRuns: 300 },
    );
  });

  it('never lets what a model worded leave this computer without their yes', () => {
    const withWording = fc.tuple(anyFacts, anySink, fc.constantFrom('known', 'stranger', 'public'));
    fc.assert(
      fc.property(withWording, ([facts, sink, audience]) => {
        const sinks = [...facts.sinks, { ...sink, provenance: [...sink.provenance, 'model' as const] }];
        return verdictOf(facts, { sinks, effect: { ...facts.effect, audience } }) !== 'allow';
      }),
      { numRuns: 300 },
    );
  });

  it('does nothing that was planned after something was read without their yes, not even a look', () => {
    holds((facts) => verdictOf(facts, { replanned: true, tier: 'L0' }) !== 'allow');
  });

  it('treats a tool that nobody has described as one that always needs the person', () => {
    holds((facts, approved) => {
      const asUnknown = verdictOf(facts, { known: false, approved });
      return (
        asUnknown === verdictOf(facts, { known: true, tier: 'L3', approved }) && (approved || asUnknown !== 'allow')
      );
    });
  });

  it('never asks again once the person has said yes', () => {
    holds((facts) => verdictOf(facts, { approved: true }) !== 'ask');
  });

  it('gives what it asked for once the person has said yes', () => {
    holds((facts) => (verdictOf(facts, {}) === 'ask' ? verdictOf(facts, { approved: true }) === 'allow' : undefined));
  });

  it('never does what it may not have understood without their yes', () => {
    holds((facts) => verdictOf(facts, { confidence: 0.59, tier: 'L1' }) !== 'allow');
  });

  it('always names at least one of its rules, and tells the person of all that was done without asking', () => {
    const sentences = new Map(engine.rules.map(({ id, says }) => [id, says]));
    holds((facts, approved) => {
      const { verdict, because, notify } = engine.decide({ ...facts, approved });
      const named = because.length > 0 && because.every(({ rule, says }) => sentences.get(rule) === says);
      return named && (!notify || (verdict === 'allow' && !approved));
    });
  });

  it('never allows more when the risk is higher', () => {
    const openness = { refuse: 0, ask: 1, allow: 2 } as const;
    holds((facts, approved) => {
      const steps = RiskTierSchema.options.map((tier) => openness[verdictOf(facts, { tier, approved })]);
      return steps.every((step, index) => index === 0 || step <= (steps[index - 1] ?? 0));
    });
  });
});

it('whatever sentences the person fills in, what always needs them still does', () => {
  const strictness = { allow: 0, ask: 1, refuse: 2 } as const;
  const guarded = fc.oneof(
    anyFacts.map((facts) => ({ ...facts, tier: 'L3' as const })),
    anyFacts.map((facts) => ({ ...facts, known: false })),
    anyFacts.map((facts) => ({ ...facts, paused: true })),
    anyFacts.map((facts) => ({ ...facts, role: 'viewer' as const })),
    anyFacts.map((facts) => ({ ...facts, effect: { ...facts.effect, audience: 'stranger' as const } })),
    anyFacts.map((facts) => ({ ...facts, sinks: [{ path: '/to', provenance: ['outside:mail/1' as const] }] })),
  );
  const shipped = loadPolicies();
  fc.assert(
    fc.property(fc.array(anyOwnRule, { minLength: 1, maxLength: 6 }), fc.array(guarded), (own, questions) => {
      const engine = engineWithOwn(own);
      return questions.every((facts) => {
        const before = shipped.decide({ ...facts, approved: false }).verdict;
        const after = engine.decide({ ...facts, approved: false }).verdict;
        return strictness[after] >= strictness[before] && after !== 'allow';
      });
    }),
    { numRuns: 60 },
  );
});
