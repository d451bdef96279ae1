import { afterAll, beforeAll, expect, it } from 'vitest';
import { bundleLife, removeBundledLife } from './bundle-life.ts';
import { seeThrough } from './see-through.ts';

const SEEDS = Number(process.env.LIFE_OS_CHAOS_SEEDS ?? 6);
const FIRST = Number(process.env.LIFE_OS_CHAOS_SEED ?? 1);
const SECONDS_EACH = 60;
const AT_ONCE = 2;

beforeAll(bundleLife);
afterAll(removeBundledLife);

it(`keeps every promise over ${SEEDS} random lives that are killed again and again`, {
  timeout: SEEDS * SECONDS_EACH * 1000,
}, async () => {
  const sum = { runs: 0, effects: 0, kills: 0 };
  let next = FIRST;
  const lane = async () => {
    while (next < FIRST + SEEDS) {
      const seed = next;
      next += 1;
      const seen = await seeThrough({ seed, requests: 4, atOnce: 3, kills: 3 }).catch((error: unknown) => {
        throw new Error(`LIFE_OS_CHAOS_SEED=${seed} LIFE_OS_CHAOS_SEEDS=1 repeats this.`, { cause: error });
      });
      sum.runs += seen.runs;
      sum.effects += seen.effects;
      sum.kills += seen.kills;
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, lane));
  console.log(`${SEEDS} lives, ${sum.runs} requests, ${sum.effects} effects, ${sum.kills} kills: each effect once.`);
  expect(sum.kills).toBeGreaterThan(SEEDS / 2);
});
