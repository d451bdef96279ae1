import type { Connector } from '#connectors/sdk/connector.ts';
import type { RunningFamily, ToolDefinition, ToolServerFamily, ToolServerMember } from '#connectors/sdk/tool-server.ts';
import type { AccountValues } from '#contract/model/account.ts';
import { listMembers, listTools, replaceTools, type ToolRow } from '#db/repositories/tools.ts';
import type { Journal, JournalTx } from '#main/events/journal.ts';
import type { Log } from '#main/seams.ts';

/** A member as it stands on disk, with the way to it. */
export type ToolServerEntry = {
  readonly member: ToolServerMember;
  readonly settings: AccountValues;
  readonly family: ToolServerFamily;
  readonly running: RunningFamily;
};

/** The programs that the person added, and the connector that each of them is now. */
export type ToolServers = {
  readonly families: readonly ToolServerFamily[];
  connectors(): readonly Connector[];
  list(): readonly ToolServerEntry[];
  find(provider: string): ToolServerEntry | undefined;
  runningOf(family: ToolServerFamily): RunningFamily;
  /** After what is on disk has changed. */
  reload(): void;
  /** Ends everything that runs. */
  close(): Promise<void>;
};

export function createToolServers(parts: {
  readonly families: readonly ToolServerFamily[];
  readonly journal: Journal;
  readonly log: Log;
}): ToolServers {
  const { families, journal, log } = parts;
  const running = new Map(families.map((family) => [family, family.start({ seen })]));
  let entries: readonly ToolServerEntry[] = [];
  let connectors: readonly Connector[] = [];

  function runningOf(family: ToolServerFamily): RunningFamily {
    const found = running.get(family);
    if (!found) throw new Error(`The family ${family.family} was not started.`);
    return found;
  }

  function reload(): void {
    entries = families.flatMap((family) =>
      listMembers(journal.orm, family.family).map(({ provider, settings }): ToolServerEntry => {
        const tools = listTools(journal.orm, provider);
        const member = { provider, title: settings.name ?? provider, tools };
        return { member, settings, family, running: runningOf(family) };
      }),
    );
    connectors = entries.map(({ member, running: own }) => own.connectorOf(member));
  }

  /** What was looked at is kept, so that the next call is of what is there; a change of it is told. */
  function seen(provider: string, tools: readonly ToolDefinition[]): void {
    const entry = entries.find(({ member }) => member.provider === provider);
    if (!entry || isAsKnown(entry.member, tools)) return;
    journal
      .write((tx) => noteSeen(tx, entry.member, tools))
      .then(reload)
      .catch((error: unknown) => log.error({ error, provider }, 'the tools of a program could not be noted'));
  }

  const stopListening = journal.subscribe(({ body }) => {
    if (body.kind !== 'integration.changed' || body.connected) return;
    const left = entries.find(({ member }) => member.provider === body.provider);
    left?.running.letGo(body.provider).catch((error: unknown) => log.error({ error }, 'a program could not be ended'));
  });

  reload();
  return {
    families,
    runningOf,
    reload,
    connectors: () => connectors,
    list: () => entries,
    find: (provider) => entries.find(({ member }) => member.provider === provider),
    async close() {
      stopListening();
      await Promise.all([...running.values()].map((each) => each.close()));
    },
  };
}

const isAsKnown = ({ tools: known }: ToolServerMember, seen: readonly ToolDefinition[]): boolean =>
  known.length === seen.length &&
  seen.every(({ name, version }) => known.some((each) => each.name === name && each.version === version));

/** What changed counts as unknown again, whoever described it before. */
function noteSeen(tx: JournalTx, { provider, title }: ToolServerMember, seen: readonly ToolDefinition[]): void {
  const known = new Map(listTools(tx.orm, provider).map((row) => [row.name, row]));
  const rows = seen.map((tool, position): ToolRow => {
    const before = known.get(tool.name);
    const isSame = before?.version === tool.version;
    return {
      ...rowOf(provider, tool, position, tx.now),
      ...(isSame && { map: before.map, mappedBy: before.mappedBy }),
      changed: before !== undefined && (before.changed || (!isSame && before.map !== null)),
    };
  });
  replaceTools(tx, provider, rows);
  const changed = rows.filter((row) => row.changed && !known.get(row.name)?.changed).map(({ name }) => name);
  if (changed.length === 0) return;
  tx.append({ actor: 'life-os', body: { kind: 'tools.changed', provider, title, tools: changed } });
}

/** A tool of which nothing is known yet. */
export const rowOf = (provider: string, tool: ToolDefinition, position: number, seenAt: string): ToolRow => ({
  provider,
  name: tool.name,
  definition: tool.definition,
  version: tool.version,
  map: null,
  mappedBy: null,
  changed: false,
  position,
  seenAt,
});
