import type { ToolServer } from '#contract/model/tool-server.ts';
import { findHealth } from '#db/repositories/accounts.ts';
import { listTools } from '#db/repositories/tools.ts';
import { door, orNotFound, refuseIf } from '#main/api/door.ts';
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

function show({ journal: { orm }, tools }: Engine, { member, settings, family }: ToolServerEntry): ToolServer {
  const { provider, title: name } = member;
  return {
    provider,
    name,
    way: settings.way === 'address' ? 'address' : 'command',
    at: settings.at ?? '',
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

const showNow = (engine: Engine, provider: string): ToolServer => show(engine, find(engine, provider));

export const toolServers = {
  list: door.toolServers.list.handler(({ context: { engine } }) => ({
    items: engine.toolServers.list().map((entry) => show(engine, entry)),
  })),
  add: door.toolServers.add.handler(async ({ input, context: { engine, actor } }) =>
    showNow(engine, unwrap(await addToolServer(engine, input, actor))),
  ),
  refresh: door.toolServers.refresh.handler(async ({ input: { provider }, context: { engine } }) => {
    unwrap(await refreshToolServer(engine, find(engine, provider)));
    return showNow(engine, provider);
  }),
  mapTool: door.toolServers.mapTool.handler(async ({ input: { provider, ...said }, context: { engine, actor } }) => {
    refuseIf(await mapTool(engine, find(engine, provider), said, actor));
    return showNow(engine, provider);
  }),
  remove: door.toolServers.remove.handler(async ({ input: { provider }, context: { engine, actor } }) => ({
    says: await removeToolServer(engine, find(engine, provider), actor),
  })),
};
