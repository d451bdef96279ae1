import type { Folder, Mode } from '#connectors/sdk/action.ts';
import { freeName, stemFrom } from '#connectors/sdk/file-name.ts';
import { foldText } from '#connectors/sdk/plain-text.ts';
import { readTextFile } from '#connectors/sdk/text-file.ts';
import { fail, type Result, succeed } from '#contract/model/result.ts';

type NewNote = { readonly title: string; readonly text: string };

const stemOf = (title: string): string => stemFrom(title, 'Note');

/** The files that notes of this title have so far. */
export async function namesTaken(folder: Folder, title: string): Promise<readonly string[]> {
  const stem = foldText(stemOf(title));
  return (await folder.list()).filter((name) => {
    const folded = foldText(name);
    return folded.startsWith(stem) && /^( \d+)?\.md$/.test(folded.slice(stem.length));
  });
}

/**
 * Writes a new note and answers its file's name. A file that was not there when it was looked, with
 * exactly these words in it, is this note already (decision 0018).
 */
export function writeUnderFreeName(
  { folder, before, mode }: { folder: Folder; before: { taken: readonly string[] }; mode: Mode },
  note: NewNote,
): Promise<Result<string>> {
  return folder.exclusively(async () => {
    const { same } = await findSince(folder, note, before.taken);
    if (same !== null) return succeed(same);
    const fileName = freeName(await folder.list(), stemOf(note.title), '.md');
    if (mode === 'execute') await folder.write(fileName, note.text);
    return succeed(fileName);
  });
}

/** For `findEarlier`: the file that was written. A new file with other words in it may be it, altered: nobody can know. */
export async function findWritten(
  folder: Folder,
  note: NewNote,
  taken: readonly string[],
): Promise<Result<string | null>> {
  const { same, others } = await findSince(folder, note, taken);
  if (same === null && others > 0) return fail({ kind: 'outcome-unknown', service: stemOf(note.title) });
  return succeed(same);
}

async function findSince(
  folder: Folder,
  { title, text }: NewNote,
  taken: readonly string[],
): Promise<{ same: string | null; others: number }> {
  const since = (await namesTaken(folder, title)).filter((name) => !taken.includes(name));
  for (const name of since) {
    const read = await readTextFile(folder, name);
    if (read.ok && read.value === text) return { same: name, others: since.length - 1 };
  }
  return { same: null, others: since.length };
}
