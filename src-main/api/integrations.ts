import { sep } from 'node:path';
import { computeCapability } from '#connectors/sdk/capability.ts';
import type { Connector } from '#connectors/sdk/connector.ts';
import { grantedParts, type SignInDefinition, scopesOf } from '#connectors/sdk/oauth/sign-in-definition.ts';
import { usualFolders } from '#connectors/sdk/places/usual-folders.ts';
import { t } from '#contract/language/t.ts';
import type { Account, AccountValues, SignInForm } from '#contract/model/account.ts';
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
import {
  type FolderConnector,
  hasFolders,
  leaveFolder,
  pickedFolders,
  pickFolder,
} from '#main/orchestrator/pick-folder.ts';
import type { Refusal } from '#main/orchestrator/refusal.ts';
import { beginToSignIn, finishSignIn, hasSignIn, type SignInConnector } from '#main/orchestrator/sign-in-to-account.ts';

const noSuchConnector: Refusal = { refused: 'not-found', says: t`There is no such connection. Nothing was changed.` };
const noSignIn: Refusal = { refused: 'not-found', says: t`This account is not signed in to in the browser.` };
const noAccount: Refusal = { refused: 'not-found', says: t`This is no account that can be signed in to.` };
const noSuchFolder: Refusal = { refused: 'not-found', says: t`You have picked no such folder. Nothing was changed.` };
const noWindow = t`Folders can only be chosen this way in the app’s own window. Type where it is instead.`;
const beginFirst: Refusal = {
  refused: 'conflict',
  says: t`No browser can be opened from here. Begin with “sign-in”, open the address that it answers with, then connect.`,
};
const noSuchFile: Refusal = { refused: 'not-found', says: t`There is no such file yet.` };

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
    signIn: account.signIn ? showSignIn(account.signIn, settings ?? {}) : null,
    ending: account.signIn ? showEnding(account.signIn, settings ?? {}) : null,
  };
}

function showSignIn(signIn: SignInDefinition, settings: AccountValues): SignInForm {
  const granted = grantedParts(signIn, scopesOf(settings)).map(({ name }) => name);
  return {
    guide: [...signIn.guide],
    parts: signIn.parts.map(({ name, label, says }) => ({ name, label, says, isAllowed: granted.includes(name) })),
  };
}

function showEnding({ saysEnding }: SignInDefinition, { signInEndsAt }: AccountValues): Account['ending'] {
  return signInEndsAt === undefined ? null : { at: signInEndsAt, says: saysEnding };
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

type Connecting = { readonly provider: string; readonly settings?: AccountValues | undefined };
type InBrowser = { readonly signIn?: string | undefined; readonly parts?: readonly string[] | undefined };

async function connect(context: DoorContext, { provider, settings = {}, signIn, parts }: Connecting & InBrowser) {
  const { engine, actor } = context;
  const connector = findConnector(engine, provider);
  if (hasFolders(connector)) {
    unwrap(await pickFolder(engine, connector, settings.folder ?? '', context));
    return show(context, connector);
  }
  if (!hasAccount(connector)) return turn(context, provider, true);
  if (hasSignIn(connector)) {
    const id = signIn ?? (await beginWithoutForm(engine, connector, settings, parts));
    unwrap(await finishSignIn(engine, connector, id, actor));
  } else {
    unwrap(await connectAccount(engine, connector, settings, actor));
  }
  return show(context, connector);
}

/** For a program that asks to connect in one go: the person's browser opens, and this waits for them. */
async function beginWithoutForm(
  engine: Engine,
  connector: SignInConnector,
  settings: AccountValues,
  parts: readonly string[] = connector.account.signIn.parts.map(({ name }) => name),
): Promise<string> {
  refuseIf(engine.openLink ? null : beginFirst);
  return unwrap(await beginToSignIn(engine, connector, settings, parts)).id;
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
  connect: door.integrations.connect.handler(({ input, context }) => connect(context, input)),
  signIn: door.integrations.signIn.handler(async ({ input: { provider, settings, parts }, context: { engine } }) => {
    const connector = accountConnector(engine, provider);
    const signing = orNotFound(hasSignIn(connector) ? connector : null, noSignIn);
    return unwrap(await beginToSignIn(engine, signing, settings ?? {}, parts));
  }),
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
