import { z } from 'zod';
import { readHeading, writeHeading } from '#connectors/sdk/markdown-heading.ts';
import { t } from '#contract/language/t.ts';

const MOST_BYTES_IN_NAME = 255;

export const isNoteFile = (name: string): boolean => /^[^.].*\.md$/i.test(name);

/** A note's file, by its name in the folder; nothing that leads out of it. */
export const NoteFileSchema = z
  .string()
  .refine(
    (name) =>
      isNoteFile(name) &&
      name.isWellFormed() &&
      !/[/\\\p{Cc}]/u.test(name) &&
      Buffer.byteLength(name) <= MOST_BYTES_IN_NAME,
    t`There is no such note.`,
  );

export const NoteSchema = z.object({ fileName: z.string(), title: z.string(), body: z.string() });
export type Note = z.infer<typeof NoteSchema>;

const frontMatter = /^\ufeff?---[ \t]*(?:\r\n|\n)(?:.*?(?:\r\n|\n))??(?:---|\.\.\.)[ \t]*(?:\r\n|\n|$)/s;
const blankLines = /^(?:[ \t]*(?:\r\n|\n))+/;

/** A note as it is read: the title from its heading, or from the file's name where it has none. */
export function readNote(fileName: string, text: string): Note {
  const written = text
    .replace(frontMatter, '')
    .replace(/^\ufeff/, '')
    .replace(blankLines, '');
  const [firstLine = ''] = written.split(/\r?\n/, 1);
  const title = readHeading(firstLine);
  const body = title === null ? written : written.slice(firstLine.length);
  return { fileName, title: title ?? titleFromName(fileName), body: body.replaceAll('\r\n', '\n').trim() };
}

/** A new note: its title as the heading, then the text. */
export function renderNote(title: string, body: string): string {
  const text = body.replaceAll(/\r\n?/g, '\n').replaceAll(/^\n+|\s+$/g, '');
  return `${writeHeading(title)}\n${text === '' ? '' : `\n${text}\n`}`;
}

export const titleFromName = (fileName: string): string => fileName.replace(/\.md$/i, '');
