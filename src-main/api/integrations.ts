import { sep } from 'node:path';
import { computeCapability } from '#connectors/sdk/capability.ts';
import type { Connector } from '#connectors/sdk/connector.ts';
import { usualFolders } from '#connectors/sdk/places/usual-folders.ts';
import type { Account, AccountValues } from '#contract/model/account.ts';
import type { Integration } from '#contract/model/integration.ts';
import { findHealth, findSettings } from '#db/repositories/accounts.ts';
import { isSignInDue, saveIntegration } from '#db/repositories/settings.ts';
import { type DoorContext, door, orNotFound, refuseIf } from '#main/api/door.ts';
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
import {
  type FolderConnector,
  hasFolders,
  leaveFolder,
  pickedFolders,
  pickFolder,
} from '#main/orchestrator/pick-folder.ts';
import type { Refusal } from '#main/orchestrator/refusal.ts';

const noSuchConnector: Refusal = { refused: 'not-found', says: 'There is no such connection. Nothing was changed.' };
const noAccount: Refusal = { refused: 'not-found', says: 'This is no account that can be signed in to.' };
const noSuchFolder: Refusal = { refused: 'not-found', says: 'You have picked no such folder. Nothing was changed.' };
const noWindow = 'Folders can only be chosen this way in the app’s own window. Type where it is instead.';
const noSuchFile: Refusal = { refused: 'not-found', says: 'There is no such file yet.' };

/** With the folders of the person's own, where it works in such. */
async function show({ engine, chooseFolder }: DoorContext, connector: Connector): Promise<Integration> {
  const folders = hasFolders(connector) ? await showFolders(engine, connector, chooseFolder !== null) : null;
  return { ...showPlain(engine, connector), folders };
}

async function showFolders({ journal }: Engine, { provider, folders }: FolderConnector, canChoose: boolean) {
  const picked = pickedFolders(journal.orm, provider);
  const isFree = ({ path }: { path: string }) =>
    !picked.some((each) => path === each.path || path.startsWith(`${each.path}${sep}`));
  return { ...folders, picked: [...picked], suggested: (await usualFolders()).filter(isFree), canChoose };
}

function showPlain(engine: Engine, connector: Connector): Omit<Integration, 'folders'> {
  const { provider, title, says, lives, actions, files } = connector;
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

async function turn(context: DoorContext, provider: string, connected: boolean): Promise<Integration> {
  const { engine, actor } = context;
  const connector = findConnector(engine, provider);
  await engine.journal.write((tx) => {
    const settlesSignIn = isSignInDue(tx.orm, provider);
    if (engine.tools.isConnected(tx.orm, provider) === connected && !settlesSignIn) return;
    saveIntegration(tx, provider, connected, tx.now);
    tx.append({ actor, body: { kind: 'integration.changed', provider, connected } });
  });
  return show(context, connector);
}

async function connect(context: DoorContext, provider: string, typed: AccountValues | undefined) {
  const { engine, actor } = context;
  const connector = findConnector(engine, provider);
  if (hasFolders(connector)) {
    unwrap(await pickFolder(engine, connector, typed?.folder ?? '', context));
    return show(context, connector);
  }
  if (!hasAccount(connector)) return turn(context, provider, true);
  unwrap(await connectAccount(engine, connector, typed ?? {}, actor));
  return show(context, connector);
}

async function disconnect(context: DoorContext, provider: string, folder?: string): Promise<Integration> {
  const { engine, actor } = context;
  const connector = findConnector(engine, provider);
  if (hasFolders(connector)) {
    orNotFound((await leaveFolder(engine, connector, folder, actor)) || null, noSuchFolder);
    return show(context, connector);
  }
  if (!hasAccount(connector)) return turn(context, provider, false);
  const leftover = await disconnectAccount(engine, connector, actor);
  refuseIf(leftover === null ? null : { refused: 'conflict', says: leftover });
  return show(context, connector);
}

function accountConnector(engine: Engine, provider: string): AccountConnector {
  const connector = findConnector(engine, provider);
  return orNotFound(hasAccount(connector) ? connector : null, noAccount);
}

export const integrations = {
  list: door.integrations.list.handler(async ({ context }) => ({
    items: await Promise.all(context.engine.tools.connectors.map((connector) => show(context, connector))),
  })),
  connect: door.integrations.connect.handler(({ input, context }) => connect(context, input.provider, input.settings)),
  find: door.integrations.find.handler(async ({ input, context: { engine } }) =>
    unwrap(await findAccountSettings(engine, accountConnector(engine, input.provider), input.settings ?? {})),
  ),
  test: door.integrations.test.handler(async ({ input, context: { engine } }) =>
    unwrap(await tryAccount(engine, accountConnector(engine, input.provider), input.settings)),
  ),
  disconnect: door.integrations.disconnect.handler(({ input, context }) =>
    disconnect(context, input.provider, input.folder),
  ),
  chooseFolder: door.integrations.chooseFolder.handler(async ({ context: { chooseFolder } }) => {
    refuseIf(chooseFolder === null ? { refused: 'conflict', says: noWindow } : null);
    return { path: (await chooseFolder?.()) ?? null };
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
