import { afterAll, beforeAll, expect, it } from 'vitest';
import { bundleLife, removeBundledLife } from './bundle-life.ts';
import { seeThrough } from './see-through.ts';

const REQUESTS = Number(process.env.LIFE_OS_CHAOS_SOAK ?? 24);
/** One kill for so many requests. */
const REQUESTS_A_KILL = 12;
const SECONDS_EACH = 2;

beforeAll(bundleLife);
afterAll(removeBundledLife);

it(`ends every one of ${REQUESTS} requests of one life, each effect once, killed now and then`, {
  timeout: 60_000 + REQUESTS * SECONDS_EACH * 1000,
}, async () => {
  const kills = Math.ceil(REQUESTS / REQUESTS_A_KILL);
  const seen = await seeThrough({ seed: 20_261, requests: REQUESTS, atOnce: 12, kills });
  console.log(`${seen.runs} requests, ${seen.effects} effects, ${seen.kills} kills: all ended, none twice.`);
  expect(seen.runs).toBe(REQUESTS);
  expect(seen.kills, 'it was killed all along').toBeGreaterThanOrEqual(Math.floor(kills / 4));
});
