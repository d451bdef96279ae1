import { expect, it } from 'vitest';
import { makeFolder } from '#main/compose-for-tests.ts';
import { verifyLog } from '#main/events/verify-log.ts';
import { repeatFirstRun } from './repeat-first-run.ts';
import { runToTheEnd } from './run-to-the-end.ts';
import { startCore } from './start-core.ts';

it.each([
  ['chain', 3],
  ['fan', 4],
] as const)('does every step of a %s through the real core, asking nobody', async (kind, steps) => {
  const core = await startCore(makeFolder(), { kind, steps });
  const { latencies } = await runToTheEnd(core, 2);
  await core.lifeOs.close();
  expect(latencies).toHaveLength(2 * steps);
  expect(latencies.every((latency) => latency >= 0)).toBe(true);
});

it('gives a folder a long history whose log is whole, and in which the core goes on', async () => {
  const folder = makeFolder();
  const shape = { kind: 'chain', steps: 2 } as const;
  const first = await startCore(folder, shape);
  await runToTheEnd(first, 1);
  await first.lifeOs.close();

  const events = repeatFirstRun(folder, 1000);
  expect(events).toBeGreaterThanOrEqual(1000);
  const next = await startCore(folder, shape);
  await runToTheEnd(next, 1);
  const { whole, entries } = verifyLog(next.lifeOs.engine.journal.orm);
  const { items } = await next.api.workflows.list({ limit: 100 });
  await next.lifeOs.close();
  expect(whole).toBe(true);
  expect(entries).toBeGreaterThan(events);
  expect(new Set(items.map(({ id }) => id)).size).toBeGreaterThan(20);
});
