import type { HappeningKind } from '#contract/model/happening.ts';
import type { Engine } from '#main/orchestrator/engine.ts';

/** Everything that an automation can wait for: what the connectors that are switched on declare. */
export const happeningsOf = ({ tools, journal }: Engine): HappeningKind[] =>
  tools.connectors
    .filter(({ provider }) => tools.isConnected(journal.orm, provider))
    .flatMap(({ provider, title, happenings = [] }) =>
      happenings.map(({ kind, says, labels }) => ({
        connector: provider,
        connectorTitle: title,
        kind,
        says,
        fields: Object.entries(labels).map(([name, label]) => ({ name, label })),
      })),
    );
