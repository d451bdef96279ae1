import type { Connector } from '#connectors/sdk/connector.ts';
import type { ReportedHappening } from '#connectors/sdk/happening.ts';
import { HappeningSchema } from '#contract/model/happening.ts';
import { insertHappening } from '#db/repositories/happenings.ts';
import type { Engine } from '#main/orchestrator/engine.ts';

/** Lets every connector that watches something begin, until `signal` is aborted. One that cannot does not keep others back. */
export function watchConnectors(engine: Engine, fetch: typeof globalThis.fetch, signal: AbortSignal): void {
  for (const connector of engine.tools.connectors) {
    const folder = engine.tools.folderOf(connector.provider);
    const report = (reported: ReportedHappening) => takeIn(engine, connector, reported);
    try {
      connector.watch?.({ folder, fetch, signal, report });
    } catch (error) {
      engine.log.error({ error, connector: connector.provider }, 'a connector could not begin to watch');
    }
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
