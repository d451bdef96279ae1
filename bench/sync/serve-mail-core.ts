// A program of its own: the shipped core with a mail account, which says how far it is when it is asked.
import { resolve } from 'node:path';
import { createRouterClient } from '@orpc/server';
import { isRunOver } from '#contract/states/run-state.ts';
import { composeLifeOs } from '#main/compose.ts';
import type { SecretStore } from '#main/vault/keychain.ts';
import type { MailCoreRequest, Progress } from './mail-core.ts';

const { folder, settings, password } = JSON.parse(process.argv[2] ?? 'null') as MailCoreRequest;

/** One account, one secret. */
const keychain: SecretStore = {
  probe: async () => ({ ok: true, value: null }),
  get: async () => ({ ok: true, value: password }),
  set: async () => ({ ok: true, value: null }),
  remove: async () => ({ ok: true, value: null }),
};
const lifeOs = await composeLifeOs({
  dataFolder: folder,
  version: '0.0.0',
  migrationsFolder: resolve('db/migrations'),
  log: { info: () => {}, error: (fields, message) => console.error(message, fields) },
  keychain,
  timeZone: 'Europe/Lisbon',
  locale: 'en-GB',
  environment: { OLLAMA_HOST: 'http://127.0.0.1:9' },
});
const api = createRouterClient(lifeOs.router, { context: () => lifeOs.contextFor('you') });
const { orm } = lifeOs.engine.journal;
const told = orm.$client.prepare('SELECT count(*) AS told FROM happenings');
if (!lifeOs.engine.tools.isConnected(orm, 'mail')) {
  await api.integrations.connect({ provider: 'mail', settings: { ...settings, password } });
}

const countTold = (): number => (told.get() as { told: number }).told;

function progress(): Progress {
  globalThis.gc?.();
  const { heapUsed: heap, rss: resident } = process.memoryUsage();
  return { told: countTold(), heap, resident };
}

async function ask(): Promise<readonly string[]> {
  const { runId } = await api.tasks.submit({ intent: 'Do I have unread email?' });
  for (;;) {
    const { state, steps } = await api.workflows.get({ id: runId });
    if (isRunOver(state)) return steps.flatMap(({ report }) => (report ? [report.says, ...report.lines] : []));
    await new Promise((soon) => setTimeout(soon, 5));
  }
}

process.on('message', (what) => {
  if (what === 'ask') void ask().then((answer) => process.send?.(answer));
  else process.send?.(what === 'told' ? countTold() : progress());
});
process.send?.('started');
