import { createRouterClient } from '@orpc/server';
import { describe, expect, it, onTestFinished } from 'vitest';
import { isRunOver } from '#contract/states/run-state.ts';
import { composeLifeOs } from '#main/compose.ts';
import { makeFolder, migrationsFolder } from '#main/compose-for-tests.ts';
import { createTestKeychain } from '#main/vault/memory-keychain-for-tests.ts';
import { haveRadicale, startRadicale } from '#tests/peers/start-radicale.ts';

describe.runIf(haveRadicale())('a connected calendar account', () => {
  it('is where a sentence puts an event, and undo takes it out again', async () => {
    const radicale = await startRadicale();
    onTestFinished(() => radicale.stop());
    await radicale.addPerson('ana');
    const errors: unknown[] = [];
    const lifeOs = await composeLifeOs({
      dataFolder: makeFolder(),
      version: '0.0.0',
      migrationsFolder,
      log: { info: () => {}, error: (fields, message) => errors.push([message, fields]) },
      keychain: createTestKeychain(),
      timeZone: 'Europe/Lisbon',
      locale: 'en-GB',
    });
    onTestFinished(() => lifeOs.close());
    const api = createRouterClient(lifeOs.router, { context: () => lifeOs.contextFor('you') });
    const settings = { address: 'ana', user: 'ana', url: `${radicale.url}/`, password: radicale.password };
    await api.integrations.connect({ provider: 'caldav', settings });

    const stands = async () => {
      const answer = await radicale.ask('ana', 'PROPFIND', '/ana/personal/', '', { depth: '1' });
      return ((await answer.text()).match(/\.ics<\/href>/g) ?? []).length;
    };
    const still = async (id: string) => {
      for (;;) {
        const run = await api.workflows.get({ id });
        if (run.state === 'waiting_approval' || isRunOver(run.state)) return run;
        await new Promise((resolve) => setTimeout(resolve, 30));
      }
    };

    const { runId } = await api.tasks.submit({ intent: 'Put dentist on Thursday at 3pm' });
    const waiting = await still(runId);
    const cards = waiting.approvals.filter(({ status }) => status === 'waiting');
    expect(waiting.steps.map(({ action }) => action)).toEqual(['caldav.create-event']);
    expect(cards.map(({ card }) => card.title)).toEqual([expect.stringMatching(/^Put “Dentist” in your calendar/)]);
    expect(await stands()).toBe(0);
    await api.workflows.approve({ id: runId, approve: cards.map(({ id, digest }) => ({ approvalId: id, digest })) });
    expect((await still(runId)).state).toBe('completed');
    expect(await stands()).toBe(1);

    await api.workflows.undo({ id: runId });
    for (let tries = 0; tries < 200 && (await stands()) > 0; tries += 1) {
      await new Promise((resolve) => setTimeout(resolve, 30));
    }
    expect(await stands()).toBe(0);
    expect(errors).toEqual([]);
  }, 60_000);
});
