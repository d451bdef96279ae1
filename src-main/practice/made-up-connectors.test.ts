import { describe } from 'vitest';
import { type Given, testConnector } from '#connectors/sdk/connector.testsuite.ts';
import { bankConnector, fillBank } from '#main/practice/bank/connector.ts';
import { jobsConnector } from '#main/practice/jobs/connector.ts';

const NOW = '2026-11-25T12:00:00.000Z';

async function withBills({ surroundings }: Given): Promise<object> {
  await fillBank(surroundings.folder, NOW);
  return {};
}

describe('the practice bank', () => {
  testConnector(bankConnector, [
    { action: 'bank.list-bills', input: withBills },
    { action: 'bank.show-balance', input: withBills },
    {
      action: 'bank.pay-bill',
      input: async ({ surroundings }) => {
        await fillBank(surroundings.folder, NOW);
        return { bill: 'electricity' };
      },
    },
    {
      action: 'bank.pay-bill',
      called: 'beside another',
      input: async ({ surroundings, run }) => {
        await fillBank(surroundings.folder, NOW);
        await run('bank.pay-bill', { bill: 'City Water' });
        return { bill: 'rent' };
      },
    },
  ]);
});

describe('the practice job board', () => {
  testConnector(jobsConnector, [
    { action: 'jobs.search', input: () => ({ query: 'old town' }) },
    { action: 'jobs.search', called: 'all of them', input: () => ({}) },
    { action: 'jobs.apply', input: () => ({ job: 'gardener' }) },
    {
      action: 'jobs.apply',
      called: 'beside another',
      input: async ({ run }) => {
        await run('jobs.apply', { job: 'baker' });
        return { job: 'Corner Books' };
      },
    },
  ]);
});
