// A program of its own: the real core with a slow service, served over the web door until the process is stopped.
import { resolve } from 'node:path';
import { createRouterClient } from '@orpc/server';
import { composeLifeOs } from '#main/compose.ts';
import { openWebDoor } from '#main/shell/web/open-door.ts';
import { longPlan, slowConnector } from './slow-connector.ts';

export type SlowCoreRequest = { readonly folder: string; readonly service: string; readonly token: string };

const { folder, service, token } = JSON.parse(process.argv[2] ?? 'null') as SlowCoreRequest;
const log = { info: () => {}, error: (fields: object, message: string) => console.error(message, fields) };
const lifeOs = await composeLifeOs({
  dataFolder: folder,
  version: '0.0.0',
  migrationsFolder: resolve('db/migrations'),
  log,
  connectors: [slowConnector(service)],
  makePlan: () => longPlan,
  timeZone: 'Europe/Lisbon',
  locale: 'en-GB',
});
const api = createRouterClient(lifeOs.router, { context: () => lifeOs.contextFor('you') });
await api.policies.update({ id: 'first-week', enabled: false });
await api.policies.update({ id: 'autonomy', autonomy: 'run-safe' });
const door = await openWebDoor({ lifeOs, token, port: 0, pageFolder: folder, log });
process.send?.({ port: door.port });
