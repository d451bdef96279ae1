import type { ToolServer } from '#contract/model/tool-server.ts';
import { findHealth } from '#db/repositories/accounts.ts';
import { listTools } from '#db/repositories/tools.ts';
import { type DoorContext, door, orNotFound, refuseIf } from '#main/api/door.ts';
import { unwrap } from '#main/api/sign-in-error.ts';
import {
  addToolServer,
  mapTool,
  refreshToolServer,
  removeToolServer,
  toolServerRefusals,
} from '#main/orchestrator/change-tool-servers.ts';
import type { Engine } from '#main/orchestrator/engine.ts';
import type { ToolServerEntry } from '#main/orchestrator/tool-servers.ts';

/** How it is reached is the owner’s to know: a command may hold more than it should. */
function show({ engine, role }: DoorContext, { member, settings, family }: ToolServerEntry): ToolServer {
  const { journal, tools } = engine;
  const { orm } = journal;
  const { provider, title: name } = member;
  return {
    provider,
    name,
    way: settings.way === 'address' ? 'address' : 'command',
    at: role === 'owner' ? (settings.at ?? '') : '',
    hasSecret: settings.hasSecret === 'yes',
    connected: tools.isConnected(orm, provider),
    health: findHealth(orm, provider),
    tools: listTools(orm, provider).map((row) => {
      const { version, map, mappedBy, changed } = row;
      return { name: row.name, version, map, mappedBy, changed, ...family.tell(provider, row) };
    }),
  };
}

const find = ({ toolServers }: Engine, provider: string): ToolServerEntry =>
  orNotFound(toolServers.find(provider), toolServerRefusals.noSuchServer);

const showNow = (context: DoorContext, provider: string): ToolServer => show(context, find(context.engine, provider));

export const toolServers = {
  list: door.toolServers.list.handler(({ context }) => ({
    items: context.engine.toolServers.list().map((entry) => show(context, entry)),
  })),
  add: door.toolServers.add.handler(async ({ input, context }) =>
    showNow(context, unwrap(await addToolServer(context.engine, input, context.actor))),
  ),
  refresh: door.toolServers.refresh.handler(async ({ input: { provider }, context }) => {
    unwrap(await refreshToolServer(context.engine, find(context.engine, provider)));
    return showNow(context, provider);
  }),
  mapTool: door.toolServers.mapTool.handler(async ({ input: { provider, ...said }, context }) => {
    refuseIf(await mapTool(context.engine, find(context.engine, provider), said, context.actor));
    return showNow(context, provider);
  }),
  remove: door.toolServers.remove.handler(async ({ input: { provider }, context: { engine, actor } }) => ({
    says: await removeToolServer(engine, find(engine, provider), actor),
  })),
};
