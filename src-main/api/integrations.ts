import { computeCapability } from '#connectors/sdk/capability.ts';
import type { Connector } from '#connectors/sdk/connector.ts';
import type { Integration } from '#contract/model/integration.ts';
import { isSignInDue, saveIntegration } from '#db/repositories/settings.ts';
import { type DoorContext, door, orNotFound } from '#main/api/door.ts';
import type { Engine } from '#main/orchestrator/engine.ts';
import type { Refusal } from '#main/orchestrator/refusal.ts';

const noSuchConnector: Refusal = { refused: 'not-found', says: 'There is no such connection. Nothing was changed.' };
const noSuchFile: Refusal = { refused: 'not-found', says: 'There is no such file yet.' };

function show(engine: Engine, connector: Connector): Integration {
  const { provider, title, says, lives, actions, files } = connector;
  return {
    provider,
    title,
    says,
    lives,
    signInDue: lives === 'account' && isSignInDue(engine.journal.orm, provider),
    connected: engine.tools.isConnected(engine.journal.orm, provider),
    capability: computeCapability(connector),
    actions: actions.map(({ name, title: what, risk, delivery, undo }) => ({
      name,
      title: what,
      risk,
      delivery,
      undoable: undo !== undefined,
    })),
    files: [...files],
  };
}

function findConnector(engine: Engine, provider: string): Connector {
  return orNotFound(
    engine.tools.connectors.find((each) => each.provider === provider),
    noSuchConnector,
  );
}

async function turn({ engine, actor }: DoorContext, provider: string, connected: boolean): Promise<Integration> {
  const connector = findConnector(engine, provider);
  await engine.journal.write((tx) => {
    const settlesSignIn = isSignInDue(tx.orm, provider);
    if (engine.tools.isConnected(tx.orm, provider) === connected && !settlesSignIn) return;
    saveIntegration(tx, provider, connected, tx.now);
    tx.append({ actor, body: { kind: 'integration.changed', provider, connected } });
  });
  return show(engine, connector);
}

export const integrations = {
  list: door.integrations.list.handler(({ context: { engine } }) => ({
    items: engine.tools.connectors.map((connector) => show(engine, connector)),
  })),
  connect: door.integrations.connect.handler(({ input, context }) => turn(context, input.provider, true)),
  disconnect: door.integrations.disconnect.handler(({ input, context }) => turn(context, input.provider, false)),
  file: door.integrations.file.handler(async ({ input, context: { engine } }) => {
    const connector = findConnector(engine, input.provider);
    const file = orNotFound(
      connector.files.find(({ name }) => name === input.name),
      noSuchFile,
    );
    const bytes = orNotFound(await engine.tools.folderOf(input.provider).read(file.name), noSuchFile);
    return new File([Buffer.from(bytes)], file.name, { type: file.mediaType });
  }),
};
