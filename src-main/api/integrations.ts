import { computeCapability } from '#connectors/sdk/capability.ts';
import type { Connector } from '#connectors/sdk/connector.ts';
import type { Account, AccountValues } from '#contract/model/account.ts';
import type { Integration } from '#contract/model/integration.ts';
import { findHealth, findSettings } from '#db/repositories/accounts.ts';
import { isSignInDue, saveIntegration } from '#db/repositories/settings.ts';
import { type DoorContext, door, orNotFound, refuseIf, toError } from '#main/api/door.ts';
import { unwrap } from '#main/api/sign-in-error.ts';
import {
  type AccountConnector,
  connectAccount,
  disconnectAccount,
  findAccountSettings,
  hasAccount,
  tryAccount,
} from '#main/orchestrator/connect-account.ts';
import type { Engine } from '#main/orchestrator/engine.ts';
import { handOverFile } from '#main/orchestrator/hand-over-file.ts';
import type { Refusal } from '#main/orchestrator/refusal.ts';

const noSuchConnector: Refusal = { refused: 'not-found', says: 'There is no such connection. Nothing was changed.' };
const noAccount: Refusal = { refused: 'not-found', says: 'This is no account that can be signed in to.' };
const noSuchFile: Refusal = { refused: 'not-found', says: 'There is no such file yet.' };

function show(engine: Engine, connector: Connector): Integration {
  const { provider, title, says, lives, actions, files, takesFile } = connector;
  return {
    provider,
    title,
    says,
    lives,
    added: engine.toolServers.find(provider) !== undefined,
    signInDue: lives === 'account' && isSignInDue(engine.journal.orm, provider),
    connected: engine.tools.isConnected(engine.journal.orm, provider),
    capability: computeCapability(connector),
    account: hasAccount(connector) ? showAccount(engine, connector) : null,
    actions: actions.map(({ name, title: what, risk, delivery, undo }) => ({
      name,
      title: what,
      risk,
      delivery,
      undoable: undo !== undefined,
    })),
    takesFile: takesFile ? { title: takesFile.title, ending: takesFile.ending, mostBytes: takesFile.mostBytes } : null,
    files: [...files],
  };
}

/** The form, and of the connected account everything but its secrets. */
function showAccount({ journal: { orm } }: Engine, { provider, account }: AccountConnector): Account {
  const { help, fields, staysBehind } = account;
  const settings = findSettings(orm, provider);
  return {
    help,
    fields: [...fields],
    staysBehind,
    name: settings && account.nameOf(settings),
    settings: settings ?? {},
    health: findHealth(orm, provider),
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

async function connect(context: DoorContext, provider: string, typed: AccountValues | undefined) {
  const { engine, actor } = context;
  const connector = findConnector(engine, provider);
  if (!hasAccount(connector)) return turn(context, provider, true);
  unwrap(await connectAccount(engine, connector, typed ?? {}, actor));
  return show(engine, connector);
}

async function disconnect(context: DoorContext, provider: string): Promise<Integration> {
  const { engine, actor } = context;
  const connector = findConnector(engine, provider);
  if (!hasAccount(connector)) return turn(context, provider, false);
  const leftover = await disconnectAccount(engine, connector, actor);
  refuseIf(leftover === null ? null : { refused: 'conflict', says: leftover });
  return show(engine, connector);
}

function accountConnector(engine: Engine, provider: string): AccountConnector {
  const connector = findConnector(engine, provider);
  return orNotFound(hasAccount(connector) ? connector : null, noAccount);
}

export const integrations = {
  list: door.integrations.list.handler(({ context: { engine } }) => ({
    items: engine.tools.connectors.map((connector) => show(engine, connector)),
  })),
  connect: door.integrations.connect.handler(({ input, context }) => connect(context, input.provider, input.settings)),
  find: door.integrations.find.handler(async ({ input, context: { engine } }) =>
    unwrap(await findAccountSettings(engine, accountConnector(engine, input.provider), input.settings ?? {})),
  ),
  test: door.integrations.test.handler(async ({ input, context: { engine } }) =>
    unwrap(await tryAccount(engine, accountConnector(engine, input.provider), input.settings)),
  ),
  disconnect: door.integrations.disconnect.handler(({ input, context }) => disconnect(context, input.provider)),
  handOver: door.integrations.handOver.handler(async ({ input, context: { engine, actor, role } }) => {
    const { provider, ...file } = input;
    const handed = await handOverFile(engine, findConnector(engine, provider), file, { actor, role });
    if ('refused' in handed) throw toError(handed);
    return handed;
  }),
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
