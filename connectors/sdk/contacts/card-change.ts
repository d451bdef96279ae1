import type { Folder, Mode } from '#connectors/sdk/action.ts';
import { type Book, CONTACTS_FILE, findCard, readBook } from '#connectors/sdk/contacts/book-file.ts';
import { fingerprintOfCard, idOfCard } from '#connectors/sdk/contacts/read-card.ts';
import { changedSince } from '#connectors/sdk/failures.ts';
import type { WayBack } from '#connectors/sdk/way-back.ts';
import { t } from '#contract/language/t.ts';
import { fail, type Result, succeed } from '#contract/model/result.ts';

/** A card as it will stand; its text is only needed to put it there. */
type Becoming = { readonly id: string; readonly fingerprint: string; readonly text: string };

/** What becomes of one card: it is new (`was` null), reads otherwise, or goes (`becomes` null). */
export type CardChange = {
  readonly was: { readonly text: string; readonly at: number } | null;
  readonly becomes: Becoming | null;
};

export const becoming = (text: string): Becoming => ({
  id: idOfCard(text),
  fingerprint: fingerprintOfCard(text),
  text,
});

/**
 * How a book stands to a change: `before` it, with it `done` and nothing altered since, or `altered`, where the card is
 * neither how it was nor how it would be.
 */
type Standing = 'before' | 'done' | 'altered';

function standingOf({ was, becomes }: CardChange, book: Book): Standing {
  const left = becomes === null ? null : findCard(book, becomes.id);
  if (left !== null && fingerprintOfCard(left.text) === becomes?.fingerprint) return 'done';
  const former = was === null ? null : findCard(book, idOfCard(was.text));
  if (was === null) return left === null ? 'before' : 'altered';
  if (former !== null && fingerprintOfCard(former.text) === fingerprintOfCard(was.text)) return 'before';
  return becomes === null && former === null ? 'done' : 'altered';
}

/** A card that is new has an id that nobody else can know: it stands, whatever was altered in it since. */
const stands = (change: CardChange, book: Book): boolean => {
  const standing = standingOf(change, book);
  return standing === 'done' || (change.was === null && standing === 'altered');
};

/** Makes the changes in one write. Those that stand already are passed over; where one can't be made, none is. */
export function makeChanges(
  folder: Folder,
  mode: Mode,
  changes: readonly CardChange[],
  what: string,
): Promise<Result<null>> {
  return folder.exclusively(async () => {
    const read = await readBook(folder);
    if (!read.ok) return read;
    const open = changes.filter((change) => !stands(change, read.value));
    if (open.some((change) => standingOf(change, read.value) === 'altered')) return changedSince(what);
    if (mode === 'execute' && open.length > 0) await folder.write(CONTACTS_FILE, textWith(read.value, open));
    return succeed(null);
  });
}

/** For `findEarlier`: whether all of them stand. What is neither before nor after the change nobody can tell. */
export async function findChanges(folder: Folder, changes: readonly CardChange[]): Promise<Result<boolean>> {
  const read = await readBook(folder);
  if (!read.ok) return read;
  if (changes.every((change) => stands(change, read.value))) return succeed(true);
  const isUnclear = changes.some(
    (change) => !stands(change, read.value) && standingOf(change, read.value) === 'altered',
  );
  return isUnclear ? fail({ kind: 'outcome-unknown', service: t`your contacts` }) : succeed(false);
}

/** For `readBack`. */
export async function seeChanges(folder: Folder, changes: readonly CardChange[]): Promise<Result<boolean>> {
  const read = await readBook(folder);
  return read.ok ? succeed(changes.every((change) => standingOf(change, read.value) === 'done')) : read;
}

/** Puts every card back byte for byte; refused where one was altered since, unless it may be written over. */
export function takeBackChanges(
  way: WayBack,
  changes: readonly CardChange[],
  blank: Book['blank'],
  what: string,
): Promise<Result<null>> {
  return way.folder.exclusively(async () => {
    const read = await readBook(way.folder);
    if (!read.ok) return read;
    const book = read.value;
    const back = changes.filter((change) => standingOf(change, book) !== 'before');
    const altered = back.filter((change) => standingOf(change, book) === 'altered');
    if (altered.length > 0 && !way.overwrite) return changedSince(what);
    if (way.mode !== 'execute' || back.length === 0) return succeed(null);
    const theirs = altered.flatMap((change) => placeOf(change, book)?.text ?? []);
    if (theirs.length > 0) {
      await way.attach({ name: 'Your contact.vcf', mediaType: 'text/vcard', bytes: theirs.join('') });
    }
    const text = textWithout(book, back);
    if (text.trim() !== '' || blank === false) await way.folder.write(CONTACTS_FILE, text);
    else if (blank === null) await way.folder.remove(CONTACTS_FILE);
    else await way.folder.write(CONTACTS_FILE, blank);
    return succeed(null);
  });
}

/** Where the card of a change stands now, as it was or as it became. */
function placeOf({ was, becomes }: CardChange, book: Book): { text: string; at: number } | null {
  const left = becomes === null ? null : findCard(book, becomes.id);
  return left ?? (was === null ? null : findCard(book, idOfCard(was.text)));
}

/** New cards go to the front, so that nothing of the others has to change for it. */
function textWith(book: Book, changes: readonly CardChange[]): string {
  const cards = [...book.cards];
  const added: string[] = [];
  for (const change of changes) {
    const becomes = change.becomes === null ? null : withLineEnds(change.becomes.text, book);
    if (change.was === null) added.push(becomes ?? '');
    else replaceIn(cards, placeOf(change, { ...book, cards })?.at ?? -1, becomes);
  }
  return book.head + [...added, ...cards].join('');
}

function textWithout(book: Book, changes: readonly CardChange[]): string {
  const cards = [...book.cards];
  const gone: CardChange['was'][] = [];
  for (const change of changes) {
    const place = placeOf(change, { ...book, cards });
    if (place === null) gone.push(change.was);
    else replaceIn(cards, place.at, change.was?.text ?? null);
  }
  const back = gone.filter((was) => was !== null).toSorted((one, other) => one.at - other.at);
  for (const { text, at } of back) cards.splice(Math.min(at, cards.length), 0, text);
  return book.head + cards.join('');
}

function replaceIn(cards: string[], at: number, text: string | null): void {
  if (at >= 0) cards.splice(at, 1, ...(text === null ? [] : [text]));
}

const withLineEnds = (text: string, { lineEnd }: Book): string => text.replaceAll(/\r\n|\n|\r/g, lineEnd);
