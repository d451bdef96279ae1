import { expect, it } from 'vitest';
import { z } from 'zod';
import { connectors } from '#connectors/registry.ts';
import { defineConnector } from '#connectors/sdk/connector.ts';
import { defineAction } from '#connectors/sdk/define-action.ts';
import { succeed } from '#contract/model/result.ts';
import { planOf, startLife, type TestLife } from '#main/compose-for-tests.ts';
import { makePlan } from '#main/planner/make-plan.ts';
import type { PlanningRequest } from '#main/planner/planning-request.ts';

const cards = `BEGIN:VCARD
VERSION:3.0
UID:ana-1
FN:Ana Silva
EMAIL:ana@example.com
END:VCARD
`;

/** Sends to whomever it is told, and looks first whether they are known. */
const messenger = defineConnector({
  provider: 'messenger',
  title: 'Messenger',
  says: 'Sends.',
  lives: 'computer',
  files: [],
  actions: [
    defineAction({
      name: 'messenger.send',
      title: 'Send',
      input: z.strictObject({ to: z.array(z.string()) }),
      output: z.object({ to: z.array(z.string()) }),
      risk: 'L2',
      scopes: [],
      delivery: 'exactly-once',
      labels: { to: 'To' },
      look: async ({ to }, { knows }) => succeed({ before: { known: to.every(knows) }, version: '' }),
      effect: ({ to }, { known }: { known: boolean }) => ({
        kind: 'message',
        audience: known ? 'known' : 'stranger',
        recipients: to,
        reversible: 'no',
      }),
      describe: ({ to }) => ({ title: `Send to ${to.join()}`, differences: [], undo: 'It can’t be taken back.' }),
      report: ({ to }) => ({ says: `Sent to ${to.join()}.`, lines: [] }),
      run: async ({ to }) => succeed({ to }),
      findEarlier: async () => succeed(null),
    }),
  ],
});

const plan = (request: PlanningRequest) => makePlan(request);
const sentences = [
  'Take in the contacts from the file “friends.vcf” into this computer',
  'change Ana Silva’s email to ana@new.example',
  'add a contact Mallory, mallory@example.com',
  'delete Ana Silva from my contacts',
];

const open = (): Promise<TestLife> =>
  startLife(
    {
      ...Object.fromEntries(sentences.map((text) => [text, plan])),
      send: (request) =>
        planOf({
          id: 'send',
          says: 'Send',
          action: 'messenger.send',
          args: { to: [request.contacts?.find(({ name }) => name === 'Ana Silva')?.emails[0] ?? 'ana@example.com'] },
          origins: { '/to/0': ['contact'] },
          dependsOn: [],
          risk: 'L2',
        }),
    },
    { beside: [messenger, ...connectors.filter(({ provider }) => provider === 'contacts')] },
  );

async function takeIn(life: TestLife): Promise<void> {
  const { runId } = await life.api.integrations.handOver({ provider: 'contacts', name: 'friends.vcf', text: cards });
  await life.still(runId);
  await life.approve(runId);
  expect((await life.still(runId)).state).toBe('completed');
}

async function doIt(life: TestLife, text: string) {
  const runId = await life.say(text);
  const run = await life.still(runId);
  if (run.state === 'waiting_approval') await life.approve(runId);
  return life.still(runId);
}

const cardOf = (run: Awaited<ReturnType<TestLife['still']>>) =>
  run.approvals.find(({ status }) => status === 'waiting')?.card;

it('shows everybody in a file before they count, at every level, and knows them from then on', async () => {
  const life = await open();
  await life.trust();
  const { runId } = await life.api.integrations.handOver({ provider: 'contacts', name: 'friends.vcf', text: cards });
  const card = cardOf(await life.still(runId));
  expect(card).toMatchObject({ risk: 'L3', differences: [{ label: 'New', after: 'Ana Silva: ana@example.com' }] });
  expect(cardOf(await life.still(await life.say('send')))?.effect.audience).toBe('stranger');

  await life.approve(runId);
  expect((await life.still(runId)).state).toBe('completed');
  const known = cardOf(await life.still(await life.say('send')));
  expect(known?.effect.audience).toBe('known');
  expect(known?.people).toEqual([{ address: 'ana@example.com', name: 'Ana Silva', isMeant: true }]);
});

it('does not let anybody become known without the person’s own yes, not even at the freest level', async () => {
  const life = await open();
  await life.trust();
  const run = await life.still(await life.say('add a contact Mallory, mallory@example.com'));
  expect(run.state).toBe('waiting_approval');
  expect(cardOf(run)?.differences).toContainEqual({ label: 'Email', before: null, after: 'mallory@example.com' });
});

it('asks afresh when the contact was changed after the card was made', async () => {
  const life = await open();
  await takeIn(life);
  const run = await life.still(await life.say('send'));
  const [first] = run.approvals;
  expect((await doIt(life, 'change Ana Silva’s email to ana@new.example')).state).toBe('completed');
  await life.approve(run.id);
  const again = await life.until(() => {
    const now = life.run(run.id);
    return now.approvals.some(({ id, status }) => id !== first?.id && status === 'waiting') && now;
  });
  expect(life.run(run.id).approvals.find(({ id }) => id === first?.id)?.status).toBe('overtaken');
  expect(cardOf(again)).toMatchObject({
    effect: { audience: 'stranger', recipients: ['ana@example.com'] },
    people: [{ address: 'ana@example.com', name: null, isMeant: true }],
  });
});

it('knows nobody any more once the contacts are switched off or the contact is gone', async () => {
  const life = await open();
  await takeIn(life);
  expect((await doIt(life, 'delete Ana Silva from my contacts')).state).toBe('completed');
  expect(cardOf(await life.still(await life.say('send')))?.effect.audience).toBe('stranger');
});

it('keeps nothing of a file that it can’t take', async () => {
  const life = await open();
  const large = life.api.integrations.handOver({ provider: 'contacts', name: 'a.vcf', text: 'x'.repeat(20_000_001) });
  await expect(large).rejects.toThrow('Nothing was kept.');
  const elsewhere = life.api.integrations.handOver({ provider: 'messenger', name: 'a.vcf', text: cards });
  await expect(elsewhere).rejects.toThrow('takes no file');
  await life.api.integrations.disconnect({ provider: 'contacts' });
  const off = life.api.integrations.handOver({ provider: 'contacts', name: 'a.vcf', text: cards });
  await expect(off).rejects.toThrow('switched off');
});
