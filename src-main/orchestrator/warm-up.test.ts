import { readdirSync } from 'node:fs';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { expect, it, onTestFinished } from 'vitest';
import { findLastEvent } from '#db/repositories/events.ts';
import { composeLifeOs } from '#main/compose.ts';
import { makeFolder, migrationsFolder } from '#main/compose-for-tests.ts';
import { warmUp } from '#main/orchestrator/warm-up.ts';

/** The core as it ships, with its real connectors. */
async function startShipped() {
  const dataFolder = makeFolder();
  const log = { info: () => {}, error: () => {} };
  const lifeOs = await composeLifeOs({ dataFolder, version: '0.0.0', migrationsFolder, log });
  onTestFinished(() => lifeOs.close());
  return { dataFolder, engine: lifeOs.engine };
}

/** But for the search index, which every start makes behind it. */
const filesIn = (folder: string): readonly string[] =>
  readdirSync(folder).filter((name) => !name.startsWith('search-index.db'));

it('goes through a plan of the real connectors up to the rules, and leaves nothing behind', async () => {
  const { dataFolder, engine } = await startShipped();
  const files = filesIn(dataFolder);
  const last = findLastEvent(engine.journal.orm);
  const decided: string[] = [];
  const gate = {
    ...engine.gate,
    check: (...call: Parameters<typeof engine.gate.check>) => {
      const decision = engine.gate.check(...call);
      decided.push(`${call[1].action} ${decision.verdict}`);
      return decision;
    },
  };
  await warmUp({ ...engine, gate }, new AbortController().signal);
  expect(decided).toEqual(['calendar.create-event ask', 'reminders.set ask', 'lists.add-items ask']);
  expect(filesIn(dataFolder)).toEqual(files);
  expect(findLastEvent(engine.journal.orm)).toEqual(last);
});

it('ends when the app does', async () => {
  const { engine } = await startShipped();
  await expect(warmUp(engine, AbortSignal.abort())).rejects.toThrow(/abort/i);
});

it('lets what is asked for in earnest go first', async () => {
  const { engine } = await startShipped();
  const busyUntil = performance.now() + 600;
  let warmAt = 0;
  const warming = warmUp(engine, new AbortController().signal).then(() => {
    warmAt = performance.now();
  });
  while (performance.now() < busyUntil) {
    const began = performance.now();
    while (performance.now() - began < 2);
    await nextTurn();
  }
  expect(warmAt).toBe(0);
  await warming;
  expect(warmAt).toBeGreaterThan(busyUntil);
});
