import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { CIRCUMSTANCES } from '#policies/circumstances.ts';
import type { Question } from '#policies/facts.ts';
import {
  loadPolicies,
  loadPoliciesFrom,
  type PolicyTexts,
  readOwnRule,
  shippedPolicies,
} from '#policies/load-policies.ts';

const question: Question = {
  action: 'calendar.create-event',
  connector: 'calendar',
  tier: 'L2',
  effect: { kind: 'event', audience: 'self', recipients: [], reversible: 'yes' },
  domain: 'everyday',
  confidence: 1,
  automation: null,
  autonomy: 'run-safe',
  firstWeek: false,
  paused: false,
  shadow: false,
  role: 'owner',
  known: true,
  replanned: false,
  foreignPlan: false,
  sinks: [],
  circumstances: {},
  approved: false,
};

const runSafe = (text: string): PolicyTexts => ({
  ...shippedPolicies,
  levels: { ...shippedPolicies.levels, 'run-safe': text },
});

const problemIn = (texts: PolicyTexts) => {
  const loaded = loadPoliciesFrom(texts);
  return loaded.ok ? null : loaded.problem;
};

describe('the rules that ship', () => {
  it('have unique names and each a whole sentence', () => {
    const { rules } = loadPolicies();
    expect(new Set(rules.map(({ id }) => id)).size).toBe(rules.length);
    for (const { says } of rules) expect(says).toMatch(/^[A-Z].+\.$/);
  });

  it('are listed in the documentation word for word', () => {
    const page = readFileSync(new URL('../docs/policies.md', import.meta.url), 'utf8');
    const rows = [...page.matchAll(/^\| `([a-z0-9-]+)` \| (.+?) \|/gm)].map(([, id, says]) => ({ id, says }));
    expect(rows).toEqual(loadPolicies().rules.map(({ id, says }) => ({ id, says })));
  });

  it('are listed in the order in which their file has them', () => {
    const listed = loadPolicies().rules.filter(({ kind }) => kind === 'guardrail');
    const written = [...shippedPolicies.guardrails.matchAll(/^@id\("(.+)"\)/gm)].map(([, id]) => id);
    expect(listed.map(({ id }) => id)).toEqual(written);
    expect(written.length).toBeGreaterThan(10);
  });

  it('know which hold at every level and which belong to one', () => {
    const { rules } = loadPolicies();
    expect(rules.find(({ id }) => id === 'payments-need-you')).toMatchObject({ kind: 'guardrail', level: null });
    expect(rules.find(({ id }) => id === 'first-week')).toMatchObject({ kind: 'level', level: null });
    expect(rules.find(({ id }) => id === 'run-safe-looks')).toMatchObject({ kind: 'level', level: 'run-safe' });
  });
});

describe('a set of rules is refused as a whole, with the line and a sentence,', () => {
  const rule = (body: string, marks = '@id("mine")\n@says("Yours.")') => `// A note.\n\n${marks}\n${body}\n`;

  it('when it cannot be read', () => {
    expect(problemIn(runSafe(rule('permit (principal, action, resource)\nwhenn { true };')))).toEqual({
      file: 'run-safe.cedar',
      line: 6,
      says: 'I couldn’t read the rule at line 6 of “run-safe.cedar”.',
      detail: expect.stringContaining('whenn'),
    });
  });

  it('when it speaks of what there is not, counting lines also after sentences with quotation marks', () => {
    const text = rule(
      'permit (principal, action, resource)\nwhen { context.rsik == 1 };',
      '@id("a")\n@says("“””“’’”.")',
    );
    expect(problemIn(runSafe(text))).toMatchObject({
      line: 6,
      says: 'The rule at line 6 of “run-safe.cedar” uses words that I don’t know.',
      detail: expect.stringContaining('did you mean `risk`?'),
    });
  });

  it('when it misspells whom it is about', () => {
    const text = rule('permit (principal, action, resource)\nwhen { context.audience == Audience::"slef" };');
    expect(problemIn(runSafe(text))).toMatchObject({
      line: expect.any(Number),
      detail: expect.stringContaining('slef'),
    });
  });

  it('when it could never apply', () => {
    const text = rule('permit (principal, action, resource)\nwhen { context.paused && false };');
    expect(problemIn(runSafe(text))).toMatchObject({
      line: 3,
      says: 'The rule at line 3 of “run-safe.cedar” could never apply, or isn’t what it looks like.',
    });
  });

  it('when a rule has no name, no sentence, or the name of another', () => {
    const body = 'permit (principal, action, resource);';
    expect(problemIn(runSafe(rule(body, '@says("Yours.")')))?.says).toContain('needs a name of its own');
    expect(problemIn(runSafe(rule(body, '@id("Not Kebab")\n@says("Yours.")')))?.says).toContain(
      'needs a name of its own',
    );
    expect(problemIn(runSafe(rule(body, '@id("mine")')))?.says).toContain('needs a sentence');
    const taken = rule(body) + rule(body, '@id("payments-need-you")\n@says("Yours.")');
    expect(problemIn(runSafe(taken))).toMatchObject({ line: 8, detail: 'payments-need-you' });
  });

  it('when a level forbids or a guardrail permits', () => {
    expect(problemIn(runSafe(rule('forbid (principal, action, resource);')))?.says).toContain('may only allow');
    const guardrails = rule('permit (principal, action, resource);');
    expect(problemIn({ ...shippedPolicies, guardrails })).toMatchObject({
      file: 'guardrails.cedar',
      line: 3,
      says: expect.stringContaining('may only forbid'),
    });
  });

  it('when a rule with a comment inside it has no name', () => {
    const text = rule('permit (principal, action, resource)\n// Why.\nwhen { context.paused };', '@says("Yours.")');
    expect(problemIn(runSafe(rule('permit (principal, action, resource);') + text))).toMatchObject({ line: 8 });
  });

  it('when it still has blanks', () => {
    const text = rule('permit (principal == ?principal, action, resource);');
    expect(problemIn(runSafe(text))).toMatchObject({ line: 3, says: expect.stringContaining('blanks to fill in') });
  });
});

describe('a rule of the person’s own', () => {
  const own = (text: string) => readOwnRule({ name: 'Your rule', text });
  const mine = '@id("mine")\n@says("Yours.")\n';

  it('may allow or forbid', () => {
    expect(own(`${mine}permit (principal, action, resource);`)).toMatchObject({ id: 'mine', effect: 'permit' });
    expect(own(`${mine}forbid (principal, action, resource);`)).toMatchObject({ id: 'mine', effect: 'forbid' });
  });

  it('is refused with the line and a sentence, as those that ship are', () => {
    expect(own(`${mine}forbid (principal, action, resource)\nwhen { context.rsik == 1 };`)).toMatchObject({
      line: 4,
      says: 'The rule at line 4 of “Your rule” uses words that I don’t know.',
    });
    expect(own('')).toMatchObject({ says: 'Write exactly one rule at a time.' });
    const two = `${mine}permit (principal, action, resource);\n@id("b")\n@says("B.")\nforbid (principal, action, resource);`;
    expect(own(two)).toMatchObject({ says: 'Write exactly one rule at a time.' });
  });

  it('that forbids holds until it is set aside, which no guardrail ever is', () => {
    const text = `${mine}forbid (principal, action, resource);`;
    const decideWith = (setAside: string[], autonomy: Question['autonomy'] = 'run-safe') => {
      const texts = { ...shippedPolicies, own: [{ name: 'Your rule', text }], setAside: new Set(setAside) };
      const loaded = loadPoliciesFrom(texts);
      if (!loaded.ok) throw new Error(loaded.problem.says);
      return loaded.value.decide({ ...question, autonomy, tier: 'L3' });
    };
    expect(decideWith([])).toMatchObject({ verdict: 'refuse', because: [{ rule: 'mine' }] });
    expect(decideWith(['mine', 'serious-things-need-you'])).toMatchObject({
      verdict: 'ask',
      because: [{ rule: 'serious-things-need-you' }],
    });
  });

  it.each([
    ['context.minuteOfDay < 60', ['minuteOfDay']],
    ['context has money && context.spentToday + context["money"].minor > 5', ['spentToday']],
    ['context.risk == 2', []],
    ['{ all: context }.all == context', [...CIRCUMSTANCES]],
  ])('that says %s looks at %j', (condition, reads) => {
    const loaded = loadPoliciesFrom({
      ...shippedPolicies,
      own: [{ name: 'Your rule', text: `${mine}forbid (principal, action, resource)\nwhen { ${condition} };` }],
    });
    if (!loaded.ok) throw new Error(loaded.problem.detail);
    expect([...loaded.value.reads]).toEqual(reads);
  });
});

describe('what has no rule or no answer is not done', () => {
  it('names the default when nothing allows it, even with a yes', () => {
    const loaded = loadPoliciesFrom(runSafe(''));
    if (!loaded.ok) throw new Error(loaded.problem.says);
    for (const approved of [false, true]) {
      expect(loaded.value.decide({ ...question, approved })).toEqual({
        verdict: 'refuse',
        because: [{ rule: 'nothing-allows-it', says: 'None of your rules allows this, so I don’t do it.' }],
        notify: false,
      });
    }
  });

  it('refuses facts that the rules cannot read', () => {
    const engine = loadPolicies();
    const unreadable: Partial<Record<keyof Question, unknown>>[] = [
      { effect: { ...question.effect, kind: 'spell' } },
      { effect: { ...question.effect, audience: 'martians' } },
      { effect: { ...question.effect, reversible: 'perhaps' } },
      { effect: { ...question.effect, money: { minor: 10.5, currency: 'EUR' } } },
      { effect: { ...question.effect, money: { minor: 1e21, currency: 'EUR' } } },
      { effect: undefined },
      { tier: 'L9' },
      { tier: undefined },
      { role: 'admin' },
      { autonomy: 'do-as-you-like' },
      { paused: undefined },
      { approved: 'yes' },
    ];
    for (const changes of unreadable) {
      const decision = engine.decide({ ...question, ...changes } as Question);
      expect([changes, decision.verdict, decision.because[0]?.rule]).toEqual([
        changes,
        'refuse',
        'rules-could-not-be-read',
      ]);
    }
  });

  it('refuses when a rule fails while it is weighed, rather than leaving that rule out', () => {
    const marks = '@id("sum")\n@says("A sum that grows too large.")';
    const tooLarge = `${marks}\nforbid (principal, action, resource)\nwhen { context.risk + 9223372036854775807 < 0 };`;
    const loaded = loadPoliciesFrom({ ...shippedPolicies, firstWeek: tooLarge });
    if (!loaded.ok) throw new Error(loaded.problem.says);
    expect(loaded.value.decide(question)).toMatchObject({
      verdict: 'refuse',
      because: [{ rule: 'rules-could-not-be-read' }],
    });
  });

  it('keeps a set that is in force untouched by others loaded later', () => {
    const inForce = loadPolicies();
    loadPoliciesFrom(runSafe(''));
    problemIn(runSafe('nonsense'));
    expect(inForce.decide(question).verdict).toBe('allow');
  });
});
