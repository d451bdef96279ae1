import fc from 'fast-check';
import { AutonomySchema } from '#contract/model/autonomy.ts';
import { DomainSchema } from '#contract/model/domain.ts';
import type { Effect } from '#contract/model/effect.ts';
import type { BlankKind, BlankValue } from '#contract/model/own-rule.ts';
import type { ProvenanceMark } from '#contract/model/provenance.ts';
import { RiskTierSchema } from '#contract/model/risk-tier.ts';
import { CIRCUMSTANCES } from '#policies/circumstances.ts';
import type { Facts } from '#policies/facts.ts';
import { fillTemplate } from '#policies/templates/fill-template.ts';
import { templates } from '#policies/templates/templates.ts';

export const anyOutsideMark: fc.Arbitrary<ProvenanceMark> = fc
  .tuple(fc.stringMatching(/^[a-z]{1,12}$/), fc.string({ minLength: 1, maxLength: 30 }))
  .map(([connector, item]) => `outside:${connector}/${item}` as const);
const anyMark = fc.oneof(fc.constantFrom<ProvenanceMark[]>('person', 'memory', 'contact', 'model'), anyOutsideMark);
export const anySink = fc.record({
  path: fc.constantFrom('/to/0', '/url', '/amount', '/body'),
  provenance: fc.array(anyMark),
});

const anyEffect: fc.Arbitrary<Effect> = fc.record(
  {
    kind: fc.constantFrom<Effect['kind'][]>(
      ...([
        'none',
        'draft',
        'message',
        'event',
        'reminder',
        'post',
        'payment',
        'submission',
        'file',
        'setting',
        'visit',
      ] as const),
    ),
    audience: fc.constantFrom<Effect['audience'][]>('nobody', 'self', 'known', 'stranger', 'public'),
    recipients: fc.array(fc.string(), { maxLength: 4 }),
    money: fc.record({ minor: fc.maxSafeInteger(), currency: fc.constantFrom('EUR', 'GBP') }),
    reversible: fc.constantFrom<Effect['reversible'][]>('yes', 'until', 'no'),
  },
  { requiredKeys: ['kind', 'audience', 'recipients', 'reversible'] },
);

export const anyFacts: fc.Arbitrary<Facts> = fc.record({
  action: fc.stringMatching(/^[a-z]{1,8}\.[a-z]{1,8}$/),
  connector: fc.stringMatching(/^[a-z]{1,8}$/),
  tier: fc.constantFrom(...RiskTierSchema.options),
  effect: anyEffect,
  domain: fc.constantFrom(...DomainSchema.options),
  confidence: fc.double({ min: 0, max: 1, noNaN: true }),
  automation: fc.option(fc.string()),
  autonomy: fc.constantFrom(...AutonomySchema.options),
  firstWeek: fc.boolean(),
  paused: fc.boolean(),
  shadow: fc.boolean(),
  role: fc.constantFrom<Facts['role'][]>('owner', 'delegate', 'program', 'viewer'),
  known: fc.boolean(),
  replanned: fc.boolean(),
  foreignPlan: fc.boolean(),
  sinks: fc.array(anySink, { maxLength: 3 }),
  circumstances: fc.record(
    Object.fromEntries(CIRCUMSTANCES.map((each) => [each, fc.integer({ min: 0, max: 100_000 })])),
    { requiredKeys: [] },
  ),
});

const anyPerson = fc.constantFrom('ana@x.example', 'bo@y.example', '@handle');
const anyBlank: Readonly<Record<BlankKind, fc.Arbitrary<BlankValue>>> = {
  time: fc.constantFrom('00:00', '07:30', '22:00', '23:59'),
  count: fc.integer({ min: 1, max: 1_000 }),
  money: fc.record({ minor: fc.integer({ min: 0, max: 1e12 }), currency: fc.constantFrom('EUR', 'GBP') }),
  people: fc.array(anyPerson, { minLength: 1, maxLength: 3 }),
  'mail-domain': fc.constantFrom('x.example', 'y.example'),
  tool: fc.stringMatching(/^[a-z]{1,8}\.[a-z]{1,8}$/),
  'part-of-life': fc.constantFrom(...DomainSchema.options),
};

/** A sentence with its blanks filled in somehow. */
export const anyOwnRule = fc.constantFrom(...templates).chain((template) =>
  fc
    .record(Object.fromEntries(Object.entries(template.blanks).map(([name, kind]) => [name, anyBlank[kind]])))
    .map((blanks) => (id: string) => {
      const filled = fillTemplate(template, blanks, { id, automationId: null, say: (_kind, value) => String(value) });
      if (!filled.ok) throw new Error(`The blank ${filled.blank} is not filled in.`);
      return { name: id, text: filled.cedar };
    }),
);
