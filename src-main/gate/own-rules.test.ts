import { createRouterClient } from '@orpc/server';
import { describe, expect, it } from 'vitest';
import { ownRules } from '#db/schema/own-rules.ts';
import { planOf, startLife, step, type TestLife } from '#main/compose-for-tests.ts';
import { entriesIn } from '#main/ledger-for-tests.ts';

const plans = {
  'write a': planOf(step('write', 'a')),
  'write b': planOf(step('write', 'b')),
  'draft c': planOf(step('draft', 'c', { domain: 'health' })),
  'send d': planOf(step('send', 'd')),
  'pay e': planOf(step('pay', 'e')),
  'perhaps f': planOf(step('draft', 'f', { confidence: 0.4 })),
};
const DAY_MS = 86_400_000;
const HOUR_MS = 3_600_000;
const alwaysWrite = (count = 10) => ({
  template: 'always-for-yourself' as const,
  blanks: { tool: 'ledger.write', count },
});

/** After the first week, at the level that asks before every change. */
async function live(): Promise<TestLife> {
  const life = await startLife(plans);
  await life.trust();
  await life.api.policies.update({ id: 'autonomy', autonomy: 'ask-important' });
  return life;
}

const outcome = async (life: TestLife, sentence: string) => (await life.still(await life.say(sentence))).state;
const reasonsOf = async (life: TestLife, sentence: string) =>
  (await life.still(await life.say(sentence))).steps[0]?.decision?.because.map(({ rule }) => rule);
const logged = async (life: TestLife) =>
  (await life.api.events.history({ limit: 500 })).items.toReversed().map(({ body }) => body);

describe('a rule of the person’s own', () => {
  it('lets through what it names and nothing else, says so, and ends by itself', async () => {
    const life = await live();
    const rule = await life.api.policies.addRule({ ...alwaysWrite(), days: 30 });
    expect(rule.says).toMatch(/^I may do this by myself, up to 10 a day, as long as it reaches nobody else/);
    expect(await reasonsOf(life, 'write a')).toEqual([rule.id]);
    expect(entriesIn(life.folder)).toEqual(['a']);
    expect(await outcome(life, 'send d')).toBe('waiting_approval');
    life.pass(31 * DAY_MS);
    expect(await outcome(life, 'write b')).toBe('waiting_approval');
    expect((await life.api.policies.rules()).items).toEqual([]);
  });

  it('counts how often a day it was used', async () => {
    const life = await live();
    await life.api.policies.addRule(alwaysWrite(2));
    for (const expected of ['completed', 'completed', 'waiting_approval']) {
      expect(await outcome(life, 'write a')).toBe(expected);
    }
    life.pass(DAY_MS);
    expect(await outcome(life, 'write a')).toBe('completed');
  });

  it('holds no longer from the moment that it is taken away', async () => {
    const life = await live();
    const { id } = await life.api.policies.addRule(alwaysWrite());
    await life.api.policies.removeRule({ id });
    expect(await outcome(life, 'write a')).toBe('waiting_approval');
    await expect(life.api.policies.removeRule({ id })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    const told = (await logged(life)).map(({ kind }) => kind).filter((kind) => kind.startsWith('rule.'));
    expect(told).toEqual(['rule.added', 'rule.ended']);
  });

  it('outlasts a restart', async () => {
    const first = await live();
    await first.api.policies.addRule({ template: 'never-do', blanks: { tool: 'ledger.pay' } });
    await first.close();
    const again = await startLife(plans, { folder: first.folder });
    expect((await again.api.policies.rules()).items).toMatchObject([{ says: 'Never do this: pay a line.' }]);
    expect(await outcome(again, 'pay e')).toBe('failed');
  });

  it('can hold for one part of life, and for the hours of the night', async () => {
    const life = await live();
    expect(await outcome(life, 'draft c')).toBe('completed');
    const part = await life.api.policies.addRule({
      template: 'ask-about-a-part-of-life',
      blanks: { part: 'health' },
    });
    expect(await reasonsOf(life, 'draft c')).toEqual([part.id]);
    // It is ten in the morning.
    const night = { template: 'quiet-hours' as const, blanks: { from: '21:30', until: '07:00' } };
    const { id } = await life.api.policies.addRule(night);
    expect(await reasonsOf(life, 'send d')).not.toContain(id);
    life.pass(12 * HOUR_MS);
    expect(await reasonsOf(life, 'send d')).toContain(id);
  });

  it('lets messages go to the people whom it names, as long as they wait before they leave', async () => {
    const life = await live();
    const { id } = await life.api.policies.addRule({
      template: 'write-to-people',
      blanks: { people: ['about d'], count: 5 },
    });
    expect(await outcome(life, 'send d')).toBe('waiting_approval');
    await life.api.policies.update({ id: 'hold', holdSeconds: 20 });
    const runId = await life.say('send d');
    const held = await life.until(() => life.run(runId).steps.find(({ waits }) => waits?.for === 'hold'));
    expect(held.decision).toMatchObject({ because: [{ rule: id }], notify: true });
    expect(entriesIn(life.folder)).toEqual([]);
    life.pass(21_000);
    expect((await life.still(runId)).state).toBe('completed');
    expect(entriesIn(life.folder)).toEqual(['d']);
    await life.api.policies.update({ id: 'hold', holdSeconds: 5 });
    expect(await outcome(life, 'send d')).toBe('waiting_approval');
  });

  it('can be written out, and is refused with its line when it can’t be read, while the others stay', async () => {
    const life = await live();
    await life.api.policies.addRule(alwaysWrite());
    const cedar = '@says("Never on a Tuesday.")\nforbid (principal, action, resource)\nwhen { context.weekday == 2 };';
    const wrong = life.api.policies.addRule({ cedar: cedar.replace('weekday', 'weekdy') });
    await expect(wrong).rejects.toMatchObject({
      code: 'BAD_REQUEST',
      message:
        'The rule at line 3 of “Your rule” uses words that I don’t know. Nothing was changed, and the rules in force stay in force.',
      data: { problems: [{ message: expect.stringContaining('weekdy') }] },
    });
    expect(await outcome(life, 'write a')).toBe('completed');
    const rule = await life.api.policies.addRule({ cedar });
    expect(rule).toMatchObject({ does: 'restricts', says: 'Never on a Tuesday.', template: null, expiresAt: null });
    expect(await outcome(life, 'write a')).toBe('failed');
  });

  it('can pass itself off as no other rule', async () => {
    const life = await live();
    const cedar = '@id("first-week")\n@says("All.")\npermit (principal, action, resource);';
    const rule = await life.api.policies.addRule({ cedar });
    expect(rule.cedar).toContain(rule.id);
    expect(await outcome(life, 'write a')).toBe('completed');
    expect(await outcome(life, 'pay e')).toBe('waiting_approval');
    expect(await outcome(life, 'send d')).toBe('waiting_approval');
  });

  it.each([
    [{ template: 'quiet-hours' as const, blanks: { from: '25:00', until: '07:00' } }, 'from'],
    [{ template: 'always-for-yourself' as const, blanks: { tool: 'ledger.write' } }, 'count'],
    [{ template: 'never-reach' as const, blanks: { people: ['a'], more: 'b' } }, 'more'],
  ])('is refused by the name of the blank that is wrong: %j', async (wanted, blank) => {
    const life = await live();
    await expect(life.api.policies.addRule(wanted)).rejects.toMatchObject({
      code: 'BAD_REQUEST',
      message: `The blank “${blank}” can’t be what you wrote. Nothing was changed.`,
    });
    expect((await life.api.policies.rules()).items).toEqual([]);
  });

  it('that can’t be read any more has every change asked about, and says so', async () => {
    const life = await live();
    await life.api.policies.addRule(alwaysWrite());
    const { id } = await life.api.policies.addRule({ template: 'never-do', blanks: { tool: 'ledger.pay' } });
    await life.lifeOs.engine.journal.write((tx) => {
      tx.orm.update(ownRules).set({ cedar: 'forbid (principal, action' }).run();
    });
    await life.close();
    const again = await startLife(plans, { folder: life.folder });
    await again.api.policies.update({ id: 'autonomy', autonomy: 'run-safe' });
    expect(await reasonsOf(again, 'write a')).toEqual(['a-rule-of-yours-is-unreadable']);
    const { items } = await again.api.policies.rules();
    expect(items.find((rule) => rule.id === id)?.problem).toMatch(/^I couldn’t read the rule/);
  });

  it('that is for an automation holds for that automation alone', async () => {
    const life = await live();
    await expect(life.api.policies.addRule({ ...alwaysWrite(), automationId: 'none' })).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
    const { id: automationId } = await life.api.automations.create({
      sentence: 'write a',
      trigger: { kind: 'once', at: '2026-11-24T12:00:00.000Z' },
      consents: [],
    });
    await life.api.policies.addRule({ ...alwaysWrite(), automationId });
    expect(await outcome(life, 'write a')).toBe('waiting_approval');
    const { runId } = await life.api.automations.run({ id: automationId });
    expect((await life.still(runId)).state).toBe('completed');
  });
});

describe('what somebody else was let ask for', () => {
  it('is told to the rules as theirs, and kept so with the decision', async () => {
    const life = await live();
    const rule = await life.api.policies.addRule({
      cedar:
        '@says("Whatever somebody else asks for, ask me.")\nforbid (principal == Role::"delegate", action, resource)\nwhen { context.risk >= 1 }\nunless { context.approved };',
    });
    const context = { ...life.lifeOs.contextFor('key:Ana'), role: 'delegate' as const };
    const theirs = createRouterClient(life.lifeOs.router, { context });
    const { runId } = await theirs.tasks.submit({ intent: 'draft c' });
    const [step] = (await life.still(runId)).steps;
    expect(step?.decision).toMatchObject({ because: [{ rule: rule.id }], facts: { role: 'delegate' } });
    expect(await outcome(life, 'draft c')).toBe('completed');
  });
});

describe('a plan that is not sure of what was meant', () => {
  it('is asked about even where its like goes by itself', async () => {
    const life = await live();
    expect(await reasonsOf(life, 'perhaps f')).toEqual(['unsure-needs-you']);
  });
});

describe('what is decided', () => {
  it('is kept in the log with all that it was made from', async () => {
    const life = await live();
    const { id } = await life.api.policies.addRule(alwaysWrite());
    await outcome(life, 'write a');
    const intended = (await logged(life)).find(({ kind }) => kind === 'effect.intended');
    expect(intended).toMatchObject({
      decision: {
        verdict: 'allow',
        because: [{ rule: id }],
        facts: {
          tier: 'L2',
          effect: { kind: 'setting', audience: 'self', reversible: 'yes' },
          level: 'ask-important',
          role: 'owner',
          origins: { '/entry': ['person'] },
          circumstances: { doneToday: 0 },
        },
      },
    });
    await outcome(life, 'pay e');
    const asked = (await logged(life)).findLast(({ kind }) => kind === 'gate.decided');
    expect(asked).toMatchObject({ decision: { verdict: 'ask', facts: { effect: { money: { minor: 500 } } } } });
  });
});

describe('a rule that is only tried', () => {
  it('is told with what it would have changed, and is not kept', async () => {
    const life = await live();
    const run = await life.say('write a');
    await life.still(run);
    await life.approve(run);
    await life.still(run);
    const tried = await life.api.policies.simulate({ add: [alwaysWrite()] });
    expect(tried).toMatchObject({ looked: 1, askedLess: 1, added: [{ says: expect.stringContaining('by myself') }] });
    expect((await life.api.policies.rules()).items).toEqual([]);
    const { id } = await life.api.policies.addRule(alwaysWrite());
    expect(await life.api.policies.simulate({})).toMatchObject({ askedLess: 1 });
    expect(await life.api.policies.simulate({ without: [id] })).toMatchObject({ askedLess: 0 });
    await expect(life.api.policies.simulate({ add: [{ cedar: 'nonsense' }] })).rejects.toMatchObject({
      code: 'BAD_REQUEST',
    });
  });
});
