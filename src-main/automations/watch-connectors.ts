import type { Connector } from '#connectors/sdk/connector.ts';
import type { ReportedHappening } from '#connectors/sdk/happening.ts';
import type { Failure } from '#contract/model/failure.ts';
import { HappeningSchema } from '#contract/model/happening.ts';
import { insertHappening } from '#db/repositories/happenings.ts';
import { noteAccountHealth } from '#main/executor/breaker.ts';
import type { Engine } from '#main/orchestrator/engine.ts';

/**
 * Lets every connector that watches something begin, until `signal` is aborted; one with an account as soon as that is
 * connected, and anew when it is another. One that cannot does not keep others back.
 */
export function watchConnectors(engine: Engine, fetch: typeof globalThis.fetch, signal: AbortSignal): void {
  const { tools, journal } = engine;
  for (const connector of tools.connectors) {
    if (!connector.watch) continue;
    if (!connector.account) {
      beginWatch(engine, connector, fetch, signal);
      continue;
    }
    let current: AbortController | undefined;
    const begin = () => {
      current?.abort();
      if (signal.aborted || !tools.isConnected(journal.orm, connector.provider)) return;
      current = new AbortController();
      beginWatch(engine, connector, fetch, AbortSignal.any([signal, current.signal]));
    };
    const stop = journal.subscribe(({ body }) => {
      if (body.kind === 'integration.changed' && body.provider === connector.provider) begin();
    });
    signal.addEventListener('abort', stop, { once: true });
    begin();
  }
}

function beginWatch(engine: Engine, connector: Connector, fetch: typeof globalThis.fetch, signal: AbortSignal): void {
  const { provider } = connector;
  const [folder, account] = [engine.tools.folderOf(provider), engine.tools.accountOf(provider)];
  const failed = (error: unknown) => engine.log.error({ error, connector: provider }, 'a connector could not watch');
  const report = (reported: ReportedHappening) => takeIn(engine, connector, reported);
  const noteHealth = (failure: Failure | null) => {
    if (!signal.aborted) engine.journal.write((tx) => noteAccountHealth(tx, provider, failure)).catch(failed);
  };
  try {
    connector.watch?.({ folder, fetch, account, signal, report, noteHealth });
  } catch (error) {
    failed(error);
  }
}

/** Keeps what a connector reports, once. What it never declared, or reports while it is switched off, is not taken. */
async function takeIn(engine: Engine, connector: Connector, reported: ReportedHappening): Promise<void> {
  const { journal, tools, log } = engine;
  const { provider } = connector;
  const declared = connector.happenings?.find(({ kind }) => kind === reported.kind);
  const fields = declared?.fields.safeParse(reported.fields);
  const happening = HappeningSchema.safeParse({ ...reported, connector: provider, fields: fields?.data });
  if (!happening.success) {
    log.error({ error: happening.error, connector: provider }, 'a connector reported what it never declared');
    return;
  }
  await journal.write((tx) => {
    if (!tools.isConnected(tx.orm, provider)) return;
    insertHappening(tx, happening.data, tx.now);
    tx.afterCommit(engine.wakeClock);
  });
}
