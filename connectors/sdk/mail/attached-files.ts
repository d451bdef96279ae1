import { z } from 'zod';
import type { Surroundings } from '#connectors/sdk/action.ts';
import { hashOf } from '#connectors/sdk/derive-id.ts';
import { changedSince } from '#connectors/sdk/failures.ts';
import { findOne } from '#connectors/sdk/places/find-place.ts';
import { kindOf, mediaTypeOf, sayKind } from '#connectors/sdk/places/kinds.ts';
import { folderOf, PlaceSchema } from '#connectors/sdk/places/place.ts';
import { sayName, sayPlace, saySize } from '#connectors/sdk/places/say-file.ts';
import { t } from '#contract/language/t.ts';
import type { Difference } from '#contract/model/card.ts';
import { fail, type Result, succeed } from '#contract/model/result.ts';

/** What most mail services take, which count a third more than a file has. */
const MOST_BYTES = 18_000_000;
const MOST_FILES = 20;

/** Files of the person's that go along, each by its place in a picked folder or by its name alone. */
export const FilesSchema = z
  .array(PlaceSchema)
  .max(MOST_FILES, t`An email takes ${MOST_FILES} files at most.`)
  .nullish()
  .transform((files) => [...new Set(files ?? [])]);

/** A file as it was looked at before the person said yes: its very bytes, by their hash. */
export type AttachedFile = {
  readonly place: string;
  readonly name: string;
  readonly mediaType: string;
  readonly size: number;
  readonly sha256: string;
};

/** What is known before the yes; none where the account's emails take no files along. */
export type WithFiles = { readonly files?: readonly AttachedFile[] };

type Where = Pick<Surroundings, 'places' | 'signal'>;

/** Finds and reads the files that are named, and answers what they are now. */
export async function lookAtFiles(said: readonly string[], where: Where): Promise<Result<readonly AttachedFile[]>> {
  const files = new Map<string, AttachedFile>();
  let total = 0;
  for (const each of said) {
    const entry = await findOne(each, 'file', where);
    if (!entry.ok) return entry;
    const { place, name, mark } = entry.value;
    if (files.has(place)) continue;
    total += mark.size;
    if (total > MOST_BYTES) return tooLarge(total);
    const read = await where.places.read(place, MOST_BYTES);
    if (!read.ok) return read;
    const { bytes } = read.value;
    files.set(place, { place, name, mediaType: mediaTypeOf(name), size: bytes.byteLength, sha256: hashOf(bytes) });
  }
  return succeed([...files.values()]);
}

const tooLarge = (total: number): Result<never> =>
  fail({
    kind: 'refused',
    because: t`These files are ${saySize(total)} or more, and an email takes ${saySize(MOST_BYTES)}: most mail services send nothing larger. Nothing was done.`,
  });

/** Another once a file lies elsewhere or holds other bytes. */
export const versionOfFiles = (files: readonly AttachedFile[]): string =>
  files.map(({ place, sha256 }) => `${place} ${sha256}`).join('\n');

/** Their bytes, and only if they are still those that the person said yes to. */
export async function readFiles(files: readonly AttachedFile[], where: Where): Promise<Result<readonly Uint8Array[]>> {
  const all: Uint8Array[] = [];
  for (const { place, sha256 } of files) {
    const read = await where.places.read(place, MOST_BYTES);
    if (!read.ok) return read;
    if (hashOf(read.value.bytes) !== sha256) return changedSince(sayPlace(place));
    all.push(read.value.bytes);
  }
  return succeed(all);
}

/** Name, kind, size, and where it comes from; whoever receives it sees the name alone. */
export const fileDifferences = (files: readonly AttachedFile[]): Difference[] =>
  files.map(({ place, name, size }) => ({
    label: t`File`,
    before: null,
    after: t`${sayName(name)} (${sayKind(kindOf(name))}, ${saySize(size)}) from ${sayPlace(folderOf(place))}`,
  }));
