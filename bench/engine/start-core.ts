import { resolve } from 'node:path';
import { createRouterClient, type RouterClient } from '@orpc/server';
import type { router } from '#main/api/router.ts';
import { composeLifeOs, type LifeOs } from '#main/compose.ts';
import { idleConnector } from './idle-connector.ts';
import { planOf, type Shape } from './shapes.ts';

/** The real core on a real folder, told to do safe things by itself. Started in the project's folder. */
export type Core = {
  readonly lifeOs: LifeOs;
  /** The API as the doors serve it. */
  readonly api: RouterClient<typeof router>;
};

export async function startCore(dataFolder: string, shape: Pick<Shape, 'kind' | 'steps'>): Promise<Core> {
  const plan = planOf(shape);
  const lifeOs = await composeLifeOs({
    dataFolder,
    version: '0.0.0',
    migrationsFolder: resolve('db/migrations'),
    log: { info: () => {}, error: (fields, message) => console.error(message, fields) },
    connectors: [idleConnector],
    makePlan: () => plan,
    timeZone: 'Europe/Lisbon',
    locale: 'en-GB',
  });
  // As the app has read its rules before anybody can have typed a sentence.
  lifeOs.engine.gate.inForce(lifeOs.engine.journal.orm, lifeOs.engine.journal.now());
  const api = createRouterClient(lifeOs.router, { context: () => lifeOs.contextFor('you') });
  await api.policies.update({ id: 'first-week', enabled: false });
  await api.policies.update({ id: 'autonomy', autonomy: 'run-safe' });
  return { lifeOs, api };
}
