import { policyToJson } from '@cedar-policy/cedar-wasm/nodejs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { AutonomySchema } from '#contract/model/autonomy.ts';
import { anyFacts, anyOwnRule } from '#policies/any-facts-for-tests.ts';
import { askCedar, prepareRules } from '#policies/ask-cedar.ts';
import type { Question } from '#policies/facts.ts';
import { readOwnRule, shippedPolicies } from '#policies/load-policies.ts';
import { readRules, type WrittenRule } from '#policies/read-rules.ts';
import schema from '#policies/schema.cedarschema?raw';
import { weighRules } from '#policies/weigh-rules.ts';

const anyQuestion: fc.Arbitrary<Question> = fc
  .tuple(anyFacts, fc.boolean())
  .map(([facts, approved]) => ({ ...facts, approved }));

/** Conditions of the kinds that a person could write out, each of the right type. */
const { condition } = fc.letrec<{ condition: string; number: string; set: string }>((tie) => ({
  number: fc.oneof(
    { depthSize: 'small' },
    fc.integer({ min: -5, max: 5_000 }).map(String),
    fc.constantFrom('risk', 'confidence', 'minuteOfDay', 'doneToday', 'spentToday').map((name) => `context.${name}`),
    fc
      .tuple(tie('number'), fc.constantFrom('+', '-', '*'), tie('number'))
      .map(([left, sign, right]) => `(${left} ${sign} ${right})`),
  ),
  set: fc.oneof(
    fc.constantFrom('context.recipients', 'context.recipientDomains', 'context.outsideValues'),
    fc
      .array(fc.constantFrom('ana@x.example', '/to/0', 'x'), { minLength: 1, maxLength: 3 })
      .map((all) => `[${all.map((each) => `"${each}"`).join(', ')}]`),
  ),
  condition: fc.oneof(
    { depthSize: 'medium' },
    fc.constantFrom('approved', 'paused', 'firstWeek', 'known', 'shadow').map((name) => `context.${name}`),
    fc.constantFrom(
      'context has money',
      'context has automation',
      '(context has money && context.money.minor > 400)',
      '(context has automation && context.automation == "a")',
      'context.audience == Audience::"self"',
      '[Audience::"known", Audience::"public"].contains(context.audience)',
      'context.wayBack != WayBack::"no"',
      'context.domain == "health"',
      'action == Action::"message"',
      'principal == Role::"viewer"',
      'context.level == "run-safe"',
    ),
    fc
      .tuple(tie('number'), fc.constantFrom('<', '<=', '>', '>=', '==', '!='), tie('number'))
      .map(([left, sign, right]) => `(${left} ${sign} ${right})`),
    fc
      .tuple(tie('set'), fc.constantFrom('containsAll', 'containsAny'), tie('set'))
      .map(([left, way, right]) => `${left}.${way}(${right})`),
    tie('set').map((set) => `${set}.isEmpty()`),
    fc
      .tuple(tie('condition'), fc.constantFrom('&&', '||'), tie('condition'))
      .map(([left, sign, right]) => `(${left} ${sign} ${right})`),
    tie('condition').map((inner) => `!(${inner})`),
    fc
      .tuple(tie('condition'), tie('condition'), tie('condition'))
      .map(([when, then, otherwise]) => `(if ${when} then ${then} else ${otherwise})`),
  ),
}));

const scopes = [
  'principal, action, resource',
  'principal == Role::"owner", action, resource',
  'principal, action == Action::"payment", resource',
  'principal, action in [Action::"message", Action::"none"], resource',
  'principal, action, resource == Tool::"a.a"',
  'principal, action, resource in Connector::"a"',
];
const anyWrittenOut = fc
  .tuple(fc.constantFrom('permit', 'forbid'), fc.constantFrom(...scopes), condition, fc.option(condition))
  .map(([effect, scope, when, unless]) => (id: string) => {
    const text = `@id("${id}")\n@says("A rule.")\n${effect} (${scope})\nwhen { ${when} }${unless ? `\nunless { ${unless} }` : ''};`;
    return { name: id, text };
  });

function shippedAt(level: Question['autonomy']): WrittenRule[] {
  const { guardrails, firstWeek, levels } = shippedPolicies;
  return [guardrails, firstWeek, levels[level]].flatMap((text) => {
    const read = readRules({ name: 'shipped', text, effect: 'either' }, schema);
    return read.ok ? read.rules : [];
  });
}

/** Cedar's answer to the very same rules. */
function bothOver(rules: readonly WrittenRule[]) {
  const told = rules.map((rule) => ({ ...rule, kind: 'own' as const, level: null }));
  const prepared = prepareRules(schema, told, 'weighed');
  return { quickly: weighRules(rules), cedar: (question: Question) => askCedar(prepared, question) };
}

const inOrder = (ids: readonly string[] | undefined) => (ids === undefined ? undefined : [...ids].sort());

function agree(rules: readonly WrittenRule[], questions: readonly Question[]): number {
  const { quickly, cedar } = bothOver(rules);
  let answered = 0;
  for (const question of questions) {
    const quick = quickly(question);
    if (quick === null) continue;
    answered += 1;
    const exact = cedar(question);
    expect({ permitted: quick.permitted, ids: inOrder(quick.ruleIds) }).toEqual({
      permitted: exact?.permitted,
      ids: inOrder(exact?.ruleIds),
    });
  }
  return answered;
}

describe('what is weighed here', () => {
  it.each(AutonomySchema.options)('is what Cedar answers to the rules that ship, at “%s”', (level) => {
    const questions = fc.sample(anyQuestion, 1_000);
    expect(agree(shippedAt(level), questions)).toBe(questions.length);
  });

  it('is what Cedar answers to sentences with their blanks filled in', () => {
    let answered = 0;
    fc.assert(
      fc.property(fc.array(anyOwnRule, { minLength: 1, maxLength: 8 }), fc.array(anyQuestion), (own, questions) => {
        const rules = own.map((make, at) => readOwnRule(make(`own-${at}`))).filter((each) => 'cedar' in each);
        answered += agree([...shippedAt('run-safe'), ...rules], questions);
      }),
      { numRuns: 60 },
    );
    expect(answered).toBeGreaterThan(100);
  }, 120_000);

  it('is what Cedar answers to rules that were written out, or nothing at all', () => {
    let answered = 0;
    fc.assert(
      fc.property(fc.array(anyWrittenOut, { minLength: 1, maxLength: 4 }), fc.array(anyQuestion), (own, questions) => {
        const rules = own.map((make, at) => readOwnRule(make(`own-${at}`))).filter((each) => 'cedar' in each);
        answered += agree(rules, questions);
      }),
      { numRuns: 150 },
    );
    expect(answered).toBeGreaterThan(200);
  }, 120_000);

  it.each([
    'context.domain like "he*"',
    'context.recipients == context.outsideValues',
    'context.audience is Audience',
    'context has money.minor',
    'context.domain == "health" && context.risk * 9007199254740993 > 0',
  ])('is nothing, so that Cedar is asked, for a rule with %s', (when) => {
    const rule = readOwnRule({
      name: 'own',
      text: `@id("own")\n@says("A rule.")\nforbid (principal, action, resource)\nwhen { ${when} };`,
    });
    if (!('cedar' in rule)) throw new Error(rule.detail);
    expect(policyToJson(rule.cedar).type).toBe('success');
    const [question] = fc.sample(anyQuestion, 1);
    if (!question) throw new Error('There is no question.');
    expect(weighRules([rule])({ ...question, domain: 'health', effect: { ...question.effect } })).toBeNull();
  });
});
