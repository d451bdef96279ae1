import { expect, test } from 'vitest';
import { startRefresher } from '#renderer/client/refresher.ts';

const silent = { value: () => {}, error: () => {} };

test('a burst of events costs two loads', async () => {
  let loads = 0;
  const refresher = startRefresher(async () => {
    loads += 1;
    await new Promise((resolve) => setTimeout(resolve, 5));
  }, silent);
  for (let index = 0; index < 200; index += 1) refresher.refresh();
  await new Promise((resolve) => setTimeout(resolve, 120));
  expect(loads).toBe(2);
});

test('what was asked for during a load is loaded after it, so the last answer is the newest', async () => {
  let world = 'old';
  const seen: string[] = [];
  const refresher = startRefresher(
    async () => {
      const read = world;
      await new Promise((resolve) => setTimeout(resolve, 5));
      return read;
    },
    { value: (value) => seen.push(value), error: () => {} },
  );
  refresher.refresh();
  world = 'new';
  refresher.refresh();
  await expect.poll(() => seen).toEqual(['old', 'new']);
});

test('a failed load is told, and the next one still runs', async () => {
  const told: unknown[] = [];
  let fails = true;
  const refresher = startRefresher(
    async () => {
      if (fails) throw new Error('gone');
      return 'back';
    },
    { value: (value) => told.push(value), error: (error) => told.push(error) },
  );
  refresher.refresh();
  await expect.poll(() => told).toHaveLength(1);
  fails = false;
  refresher.refresh();
  await expect.poll(() => told[1]).toBe('back');
});

test('nothing is told after it was stopped', async () => {
  const told: unknown[] = [];
  const refresher = startRefresher(async () => 'late', {
    value: (value) => told.push(value),
    error: (error) => told.push(error),
  });
  refresher.refresh();
  refresher.stop();
  await new Promise((resolve) => setTimeout(resolve, 10));
  expect(told).toEqual([]);
});

test('what calls for it in a burst is one load in a moment, and one that is stopped before loads nothing', async () => {
  let loads = 0;
  const load = async () => {
    loads += 1;
  };
  const refresher = startRefresher(load, silent);
  const stopped = startRefresher(load, silent);
  for (let call = 0; call < 5; call += 1) refresher.refreshSoon();
  stopped.refreshSoon();
  stopped.stop();
  expect(loads).toBe(0);
  await expect.poll(() => loads).toBe(1);
  refresher.stop();
});
