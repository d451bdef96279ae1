import { type Attempt, attempted, troubled } from '#connectors/sdk/account.ts';
import type { Connector, FoldersDefinition } from '#connectors/sdk/connector.ts';
import { checkFolder } from '#connectors/sdk/places/check-folder.ts';
import type { PickedFolder } from '#connectors/sdk/places/places.ts';
import { t } from '#contract/language/t.ts';
import type { Orm } from '#db/open-database.ts';
import { findSettings, saveSettings } from '#db/repositories/accounts.ts';
import { findIntegration, saveIntegration } from '#db/repositories/settings.ts';
import type { Engine } from '#main/orchestrator/engine.ts';

/** A connector that works in folders that the person picks. */
export type FolderConnector = Connector & { readonly folders: FoldersDefinition };

export const hasFolders = (connector: Connector): connector is FolderConnector => connector.folders !== undefined;

const MOST_FOLDERS = 20;
const PROVIDER = 'files';

/** The folders that may be used now; none while it is switched off. */
export const pickedFolders = (orm: Orm, provider = PROVIDER): readonly PickedFolder[] =>
  findIntegration(orm, provider) === true ? keptFolders(orm, provider) : [];

/** In the order in which they were picked. */
const keptFolders = (orm: Orm, provider: string): readonly PickedFolder[] =>
  Object.entries(findSettings(orm, provider) ?? {}).map(([name, path]) => ({ name, path }));

/** Adds one, by its real path. It can be used from then on. */
export async function pickFolder(
  { journal }: Engine,
  { provider }: FolderConnector,
  typed: string,
  how: { dataFolder: string; actor: string },
): Promise<Attempt<null>> {
  const picked = pickedFolders(journal.orm, provider);
  if (picked.length >= MOST_FOLDERS) {
    return troubled('settings', t`${MOST_FOLDERS} folders are as many as can be picked.`, 'folder');
  }
  const checked = await checkFolder(typed, { picked, dataFolder: how.dataFolder });
  if (!checked.ok) return checked;
  const { name, path } = checked.value;
  await journal.write((tx) => {
    saveIntegration(tx, provider, true, tx.now);
    saveSettings(tx, provider, { ...settingsOf(pickedFolders(tx.orm, provider)), [name]: path });
    tx.append({ actor: how.actor, body: { kind: 'integration.changed', provider, connected: true } });
  });
  return attempted(null);
}

/** Takes one out, or all of them. False when there is none of that name. */
export async function leaveFolder(
  { journal }: Engine,
  { provider }: FolderConnector,
  name: string | undefined,
  actor: string,
): Promise<boolean> {
  const picked = pickedFolders(journal.orm, provider);
  if (name !== undefined && !picked.some((each) => each.name === name)) return false;
  await journal.write((tx) => {
    const others = name === undefined ? [] : pickedFolders(tx.orm, provider).filter((each) => each.name !== name);
    const connected = others.length > 0;
    saveIntegration(tx, provider, connected, tx.now);
    saveSettings(tx, provider, connected ? settingsOf(others) : null);
    tx.append({ actor, body: { kind: 'integration.changed', provider, connected } });
  });
  return true;
}

const settingsOf = (folders: readonly PickedFolder[]): Record<string, string> =>
  Object.fromEntries(folders.map(({ name, path }) => [name, path]));
