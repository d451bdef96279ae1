import { type ParsedList, parseList } from '#connectors/lists/list-items.ts';
import { foldListName, nameNewList } from '#connectors/lists/same-words.ts';
import type { Folder } from '#connectors/sdk/action.ts';
import { notFound } from '#connectors/sdk/failures.ts';
import { freeName, stemFrom } from '#connectors/sdk/file-name.ts';
import { quote } from '#connectors/sdk/quote.ts';
import type { LookedAt, Standing } from '#connectors/sdk/text-change.ts';
import { readTextFile } from '#connectors/sdk/text-file.ts';
import { t } from '#contract/language/t.ts';
import { type Result, succeed } from '#contract/model/result.ts';

/** A list as it was looked at; without text it is not there yet. */
export type LookedAtList = LookedAt & { readonly name: string };
export type StandingList = Standing & { readonly name: string };

export const isListFile = (name: string): boolean => /^[^.].*\.md$/i.test(name);

/** A list is called by its heading; by its file's name when it has none. */
export const nameOf = (fileName: string, { title }: Pick<ParsedList, 'title'>): string =>
  title ?? fileName.replace(/\.md$/i, '');

/** Finds a list by its heading or its file's name. Null when there is none. */
export async function findList(folder: Folder, called: string): Promise<Result<StandingList | null>> {
  const wanted = foldListName(called);
  for (const fileName of (await folder.list()).filter(isListFile)) {
    const isNamedSo = foldListName(fileName.replace(/\.md$/i, '')) === wanted;
    const read = await readTextFile(folder, fileName);
    if (!read.ok && isNamedSo) return read;
    if (!read.ok || read.value === null) continue;
    const name = nameOf(fileName, parseList(read.value));
    if (isNamedSo || foldListName(name) === wanted) return succeed({ fileName, name, text: read.value });
  }
  return succeed(null);
}

export async function findStandingList(folder: Folder, called: string): Promise<Result<StandingList>> {
  const found = await findList(folder, called);
  if (!found.ok) return found;
  return found.value === null ? notFound(t`a list called ${quote(called)}`) : succeed(found.value);
}

/** The list, or the file in which it would be made. */
export async function findOrPlaceList(folder: Folder, called: string): Promise<Result<LookedAtList>> {
  const found = await findList(folder, called);
  if (!found.ok) return found;
  if (found.value !== null) return succeed(found.value);
  const name = nameNewList(called);
  return succeed({ fileName: freeName(await folder.list(), stemFrom(name, 'List'), '.md'), name, text: null });
}
