import { isNoteFile, type Note, readNote, titleFromName } from '#connectors/documents/note.ts';
import type { Folder } from '#connectors/sdk/action.ts';
import { notFound } from '#connectors/sdk/failures.ts';
import { matchesWords } from '#connectors/sdk/plain-text.ts';
import { quote } from '#connectors/sdk/quote.ts';
import type { Standing } from '#connectors/sdk/text-change.ts';
import { readTextFile } from '#connectors/sdk/text-file.ts';
import { t } from '#contract/language/t.ts';
import { type Result, succeed } from '#contract/model/result.ts';

/** Words that say nothing about which note is meant, where there are others beside them. */
const noteWords = ['note', 'notes', 'called'];

/** Every note in the order of its title. One that cannot be read is there by its file's name. */
export async function listNotes(folder: Folder): Promise<readonly Note[]> {
  const notes: Note[] = [];
  for (const fileName of (await folder.list()).filter(isNoteFile)) {
    const read = await readTextFile(folder, fileName);
    if (!read.ok) notes.push({ fileName, title: titleFromName(fileName), body: '' });
    else if (read.value !== null) notes.push(readNote(fileName, read.value));
  }
  const compare = new Intl.Collator('en', { numeric: true }).compare;
  return notes.sort((a, b) => compare(a.title, b.title) || compare(a.fileName, b.fileName));
}

/** The notes that hold all words of the query, those that are called so first. */
export function findNotes(notes: readonly Note[], query: string): readonly Note[] {
  const places = [
    ({ title }: Note) => matchesWords(title, query, noteWords) && matchesWords(query, title),
    ({ title, fileName }: Note) => matchesWords(`${title} ${titleFromName(fileName)}`, query, noteWords),
    ({ title, body }: Note) => matchesWords(`${title} ${body}`, query, noteWords),
  ];
  return [...new Set(places.flatMap((isThere) => notes.filter(isThere)))];
}

export type StandingNote = Standing & { readonly title: string };

/** One note with its exact text, to be changed or removed. */
export async function loadNote(folder: Folder, fileName: string): Promise<Result<StandingNote>> {
  const read = await readTextFile(folder, fileName);
  if (!read.ok) return read;
  if (read.value === null) return notFound(t`the note ${quote(titleFromName(fileName))}`);
  return succeed({ fileName, text: read.value, title: readNote(fileName, read.value).title });
}
