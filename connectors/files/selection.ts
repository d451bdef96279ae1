import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import type { Surroundings, View } from '#connectors/sdk/action.ts';
import { LocalDateSchema, momentOf } from '#connectors/sdk/local-time.ts';
import { findFolder, findOne, noFolders } from '#connectors/sdk/places/find-place.ts';
import { fileKinds, kindOf, sayKind } from '#connectors/sdk/places/kinds.ts';
import { PlaceSchema } from '#connectors/sdk/places/place.ts';
import type { Entry, Place } from '#connectors/sdk/places/places.ts';
import { sayPlace } from '#connectors/sdk/places/say-file.ts';
import { lineOf, matchesWords } from '#connectors/sdk/plain-text.ts';
import { sayDay } from '#connectors/sdk/say-time.ts';
import { sayNumber } from '#contract/language/intl.ts';
import { t } from '#contract/language/t.ts';
import { type Result, succeed } from '#contract/model/result.ts';

const given = <T extends z.ZodType>(schema: T) => schema.nullish().transform((value) => value ?? null);

/** Which files are meant: by what they are called, what they are, where they lie and when they were last changed. */
export const selectionFields = {
  /** Files by name, each with its folder or alone; everything else that is said narrows these. */
  files: given(z.array(PlaceSchema).min(1).max(100, t`At most 100 files can be named at once.`)),
  in: given(PlaceSchema),
  named: given(lineOf(200)),
  kind: given(z.enum(['screenshot', ...fileKinds])),
  since: given(LocalDateSchema),
  before: given(LocalDateSchema),
  largerThan: given(z.number().positive().max(1e15)),
  /** Also what lies in its folders; without a folder, all of the picked ones are looked through. */
  alsoInside: given(z.boolean()),
};

export const selectionLabels = {
  files: t`Files`,
  in: t`In`,
  named: t`Called`,
  kind: t`Kind`,
  since: t`Changed since`,
  before: t`Changed before`,
  largerThan: t`Larger than, in bytes`,
  alsoInside: t`Also in its folders`,
};

const SelectionSchema = z.strictObject(selectionFields);
export type Selection = z.output<typeof SelectionSchema>;

export type Selected = {
  readonly entries: readonly Entry[];
  /** The folder that was named, or the first of those that were looked through. */
  readonly folder: Place;
  readonly isCut: boolean;
};

/** Finds the files that are meant, oldest name order kept; folders only where one is named itself. */
export async function select(wanted: Selection, where: Surroundings): Promise<Result<Selected>> {
  const { places } = where;
  const [first] = places.folders;
  if (!first) return noFolders;
  if (wanted.files !== null) return selectNamed(wanted.files, wanted, where);
  const named = wanted.in === null ? null : await findFolder(wanted.in, where);
  if (named !== null && !named.ok) return named;
  const folders = named === null ? places.folders.map(({ name }) => name) : [named.value];
  const deep = named === null || wanted.alsoInside === true;
  const entries: Entry[] = [];
  let isCut = false;
  for (const folder of folders) {
    const wants = (name: string, kind: 'file' | 'folder') => kind === 'file' && fitsName(name, wanted);
    const listed = await places.list(folder, { deep, wants, signal: where.signal });
    if (!listed.ok) return listed;
    entries.push(...listed.value.entries);
    isCut ||= listed.value.isCut;
  }
  const fits = fitter(wanted, where.view);
  return succeed({ entries: entries.filter(fits), folder: named?.value ?? first.name, isCut });
}

async function selectNamed(files: readonly Place[], wanted: Selection, where: Surroundings): Promise<Result<Selected>> {
  const entries = new Map<Place, Entry>();
  for (const said of files) {
    const way = wanted.in === null || /[/\\]/.test(said) ? said : `${wanted.in}/${said}`;
    let found = await findOne(way, 'file', where);
    if (!found.ok && found.failure.kind === 'not-found') {
      const folder = await findOne(way, 'folder', where);
      if (folder.ok || folder.failure.kind !== 'not-found') found = folder;
    }
    if (!found.ok) return found;
    entries.set(found.value.place, found.value);
  }
  const all = [...entries.values()];
  const [first] = all;
  const folder = first?.place.slice(0, first.place.lastIndexOf('/')) ?? '';
  return succeed({ entries: all.filter(fitter(wanted, where.view)), folder, isCut: false });
}

const screenshot =
  /screen ?shot|screen ?grab|screen capture|bildschirmfoto|captura de (pantalla|ecrã)|capture d.écran/i;

function fitsName(name: string, { kind, named }: Pick<Selection, 'kind' | 'named'>): boolean {
  const isKind =
    kind === null ||
    (kind === 'screenshot'
      ? kindOf(name) === 'picture' && screenshot.test(name.replaceAll(/[-_]/g, ' '))
      : kindOf(name) === kind);
  return isKind && (named === null || matchesWords(name.replaceAll(/[-_.]/g, ' '), singular(named)));
}

/** “invoices” is said of many, and “invoice” is what each is called. */
const singular = (words: string): string => words.replaceAll(/(?<=\p{L}{3})(?<![su])s\b/gu, '');

function fitter(wanted: Selection, view: View): (entry: Entry) => boolean {
  const since = wanted.since === null ? null : momentOf(`${wanted.since}T00:00:00`, view.timeZone).epochMilliseconds;
  const before = wanted.before === null ? null : momentOf(`${wanted.before}T00:00:00`, view.timeZone).epochMilliseconds;
  return ({ name, modifiedAt, mark }) => {
    const at = Date.parse(modifiedAt);
    return (
      fitsName(name, wanted) &&
      (since === null || at >= since) &&
      (before === null || at < before) &&
      (wanted.largerThan === null || mark.size > wanted.largerThan)
    );
  };
}

/** `12 screenshots in “Downloads” last changed before Wednesday 1 January 2025`, for the middle of a sentence. */
export const saySelection = (count: number, wanted: Selection, view: View): string =>
  `${sayNumber(count)} ${nounFor(wanted, count)}${sayWhich(wanted, view)}`;

/** The same of those that are looked for, however many there are: `screenshots in “Downloads”`. */
export const sayWanted = (wanted: Selection, view: View): string => `${nounFor(wanted, 0)}${sayWhich(wanted, view)}`;

function nounFor({ kind }: Selection, count: number): string {
  if (kind === 'screenshot') return count === 1 ? t`screenshot` : t`screenshots`;
  if (kind !== null) return sayKind(kind, count);
  return count === 1 ? t`file` : t`files`;
}

function sayWhich(wanted: Selection, view: View): string {
  const named = wanted.named === null ? '' : t` called ${sayPlace(wanted.named)}`;
  const where = wanted.in === null ? '' : t` in ${sayPlace(wanted.in)}`;
  return `${named}${where}${sayWhen(wanted, view)}`;
}

function sayWhen({ since, before }: Selection, view: View): string {
  const day = (text: string) => sayDay(Temporal.PlainDate.from(text), view);
  if (since !== null && before !== null) return t` last changed since ${day(since)} and before ${day(before)}`;
  if (since !== null) return t` last changed since ${day(since)}`;
  return before === null ? '' : t` last changed before ${day(before)}`;
}
