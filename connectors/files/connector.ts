import { copyFiles } from '#connectors/files/actions/copy-files.ts';
import { findFiles } from '#connectors/files/actions/find-files.ts';
import { listFolder } from '#connectors/files/actions/list-folder.ts';
import { makeFolder } from '#connectors/files/actions/make-folder.ts';
import { moveFiles } from '#connectors/files/actions/move-files.ts';
import { readFile } from '#connectors/files/actions/read-file.ts';
import { renameFile } from '#connectors/files/actions/rename-file.ts';
import { sortFolder } from '#connectors/files/actions/sort-folder.ts';
import { trashFiles } from '#connectors/files/actions/trash-files.ts';
import { defineConnector } from '#connectors/sdk/connector.ts';
import { t } from '#contract/language/t.ts';

export const connector = defineConnector({
  provider: 'files',
  title: t`Files on this computer`,
  says: t`Your files in the folders that you pick, and nowhere else: found, read, sorted, renamed, moved and put in the trash.`,
  lives: 'computer',
  folders: {
    help: t`Life OS sees what is in a folder that you pick, also in its folders, and nothing else on this computer. Hidden things and links are left alone.`,
    staysBehind: t`Your files stay where they are. What was moved stays moved; you can still take it back while the folder is picked.`,
  },
  actions: [listFolder, findFiles, readFile, makeFolder, renameFile, moveFiles, copyFiles, sortFolder, trashFiles],
  files: [],
});
