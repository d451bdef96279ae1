import { describe, expect, it } from 'vitest';
import { planOf, startLife, step, type TestLife } from '#main/compose-for-tests.ts';
import { entriesIn } from '#main/ledger-for-tests.ts';

const plans = {
  'write a': planOf(step('write', 'a')),
  'write b': planOf(step('write', 'b')),
  'pay e': planOf(step('pay', 'e')),
  'copy a letter': planOf(
    step('read', 'letter', { action: 'post-box.open', args: {} }),
    step('write', 'copy', {
      args: { entry: 'copy', text: { from: 'letter', path: '/letter' } },
      dependsOn: ['letter'],
    }),
  ),
};

async function live(): Promise<TestLife> {
  const life = await startLife(plans);
  await life.trust();
  await life.api.policies.update({ id: 'autonomy', autonomy: 'ask-important' });
  return life;
}

async function cardOf(life: TestLife, sentence: string) {
  const [card] = (await life.still(await life.say(sentence))).approvals;
  if (!card) throw new Error('Nothing was asked.');
  return card;
}

describe('“Always, but only …”', () => {
  it('does this one and lets its like through from then on', async () => {
    const life = await live();
    const card = await cardOf(life, 'write a');
    const [offer] = (await life.api.approvals.offers({ id: card.id })).items;
    expect(offer?.rule).toEqual({ template: 'always-for-yourself', blanks: { tool: 'ledger.write', count: 10 } });
    if (!offer) throw new Error('Nothing was offered.');
    const rule = { ...offer.rule, blanks: { tool: 'ledger.write', count: 2 } };
    await life.api.approvals.always({ id: card.id, digest: card.digest, rule: { ...rule, days: 7 } });
    expect((await life.still(card.runId)).state).toBe('completed');
    expect((await life.still(await life.say('write b'))).state).toBe('completed');
    expect((await life.still(await life.say('write b'))).state).toBe('waiting_approval');
    expect(entriesIn(life.folder)).toEqual(['a', 'b']);
  });

  it('is not offered for what always needs the person, nor for words that somebody else wrote', async () => {
    const life = await live();
    await life.api.integrations.connect({ provider: 'post-box' });
    for (const sentence of ['pay e', 'copy a letter']) {
      const { id } = await cardOf(life, sentence);
      expect(await life.api.approvals.offers({ id }), sentence).toEqual({ items: [] });
    }
  });

  it('takes no rule that would not have let the card through, and then nothing is approved either', async () => {
    const life = await live();
    const card = await cardOf(life, 'write a');
    const pay = { template: 'always-for-yourself' as const, blanks: { tool: 'ledger.pay', count: 5 } };
    const wider = { template: 'write-to-domain' as const, blanks: { domain: 'x.example', count: 5 } };
    for (const rule of [pay, wider]) {
      const asked = life.api.approvals.always({ id: card.id, digest: card.digest, rule });
      await expect(asked).rejects.toMatchObject({ code: 'BAD_REQUEST' });
    }
    expect(life.run(card.runId).state).toBe('waiting_approval');
    expect((await life.api.policies.rules()).items).toEqual([]);
  });

  it('makes no rule of a card that reads differently now', async () => {
    const life = await live();
    const card = await cardOf(life, 'write a');
    const [offer] = (await life.api.approvals.offers({ id: card.id })).items;
    if (!offer) throw new Error('Nothing was offered.');
    const asked = life.api.approvals.always({ id: card.id, digest: 'another', rule: offer.rule });
    await expect(asked).rejects.toMatchObject({ code: 'CONFLICT' });
    expect((await life.api.policies.rules()).items).toEqual([]);
  });
});

describe('several cards at once', () => {
  it('are answered in one go, whatever plans they are of', async () => {
    const life = await live();
    const one = await cardOf(life, 'write a');
    const two = await cardOf(life, 'write b');
    const three = await cardOf(life, 'pay e');
    await life.api.approvals.decideMany({
      approve: [one, two].map(({ id, digest }) => ({ id, digest })),
      decline: [three.id],
    });
    expect(await Promise.all([one, two, three].map(async ({ runId }) => (await life.still(runId)).state))).toEqual([
      'completed',
      'completed',
      'canceled',
    ]);
  });

  it('are all left as they are when one of them reads differently now', async () => {
    const life = await live();
    const one = await cardOf(life, 'write a');
    const two = await cardOf(life, 'write b');
    const approve = [
      { id: one.id, digest: one.digest },
      { id: two.id, digest: 'another' },
    ];
    await expect(life.api.approvals.decideMany({ approve })).rejects.toMatchObject({ code: 'CONFLICT' });
    expect([one, two].map(({ runId }) => life.run(runId).state)).toEqual(['waiting_approval', 'waiting_approval']);
    expect(entriesIn(life.folder)).toEqual([]);
  });
});

describe('a rule that answers speak for', () => {
  async function approveTimes(life: TestLife, times: number) {
    for (let time = 0; time < times; time += 1) {
      const { runId } = await cardOf(life, 'write a');
      await life.approve(runId);
      await life.still(runId);
    }
  }

  it('is suggested with its evidence once it is enough, and not when a no was among them', async () => {
    const life = await live();
    await approveTimes(life, 4);
    expect((await life.api.policies.suggestions()).items).toEqual([]);
    await approveTimes(life, 1);
    expect((await life.api.policies.suggestions()).items).toMatchObject([
      {
        rule: { template: 'always-for-yourself', blanks: { tool: 'ledger.write' } },
        evidence: { approved: 5, asked: 5 },
      },
    ]);
    const { id } = await cardOf(life, 'write b');
    await life.api.approvals.decide({ id, decision: 'decline' });
    expect((await life.api.policies.suggestions()).items).toEqual([]);
  });

  it('is suggested no more once it was refused, or taken up', async () => {
    const life = await live();
    await approveTimes(life, 5);
    const [suggested] = (await life.api.policies.suggestions()).items;
    if (!suggested) throw new Error('Nothing was suggested.');
    await life.api.policies.addRule(suggested.rule);
    expect((await life.api.policies.suggestions()).items).toEqual([]);
    const [rule] = (await life.api.policies.rules()).items;
    await life.api.policies.removeRule({ id: rule?.id ?? '' });
    expect((await life.api.policies.suggestions()).items).toHaveLength(1);
    await life.api.policies.refuseSuggestion({ key: suggested.key });
    await approveTimes(life, 3);
    expect((await life.api.policies.suggestions()).items).toEqual([]);
    await expect(life.api.policies.refuseSuggestion({ key: suggested.key })).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
  });
});
