import type { Folder } from '#connectors/sdk/action.ts';
import { splitCards } from '#connectors/sdk/contacts/card-text.ts';
import type { Contact } from '#connectors/sdk/contacts/contact.ts';
import { type CardReading, idOfCard, readCard } from '#connectors/sdk/contacts/read-card.ts';
import { unreadable } from '#connectors/sdk/failures.ts';
import { quote } from '#connectors/sdk/quote.ts';
import { t } from '#contract/language/t.ts';
import { type Result, succeed } from '#contract/model/result.ts';

export const CONTACTS_FILE = 'contacts.vcf';

const MOST_BYTES = 50_000_000;

/** An address book as it stands, taken apart but not changed. */
export type Book = {
  readonly head: string;
  readonly cards: readonly string[];
  readonly lineEnd: '\r\n' | '\n';
  /** False where there are cards. Else what is there instead: a blank file's text, or null for no file. */
  readonly blank: string | null | false;
};

/** Reads the address book; no file and a blank one are an empty book. A failure when it cannot be understood. */
export async function readBook(folder: Folder, name = CONTACTS_FILE): Promise<Result<Book>> {
  const bytes = await folder.read(name);
  if (bytes === null) return succeed({ head: '', cards: [], lineEnd: '\r\n', blank: null });
  if (bytes.length > MOST_BYTES) {
    return unreadable(t`The file ${quote(name)} is larger than ${MOST_BYTES / 1e6} MB, so it was left as it is.`);
  }
  const source = decode(bytes);
  if (source === null) return unreadable(t`The file ${quote(name)} is not UTF-8 text, so it was left as it is.`);
  const split = splitCards(source);
  if (!split.ok) {
    return unreadable(
      t`The file ${quote(name)} can’t be understood as contacts from line ${split.line} on, so it was left as it is.`,
    );
  }
  const { head, cards } = split.value;
  const lineEnd = source.includes('\n') && !source.includes('\r\n') ? '\n' : '\r\n';
  return succeed({ head, cards, lineEnd, blank: cards.length === 0 ? source : false });
}

/** Null for what is not UTF-8. A byte order mark is kept, so that the text encodes to the same bytes again. */
function decode(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return null;
  }
}

/** Reading a card takes a tenth of a millisecond, and an address book has thousands that never change. */
const readings = new Map<string, CardReading>();
const MOST_READINGS = 20_000;

export function readingOf(text: string): CardReading {
  const known = readings.get(text);
  if (known !== undefined) return known;
  const reading = readCard(text);
  if (readings.size >= MOST_READINGS) readings.clear();
  readings.set(text, reading);
  return reading;
}

/** Everybody in the book by name, and how many cards make no sense. */
export function contactsIn({ cards }: Pick<Book, 'cards'>): { readonly contacts: Contact[]; readonly unread: number } {
  const readable = cards.map(readingOf).flatMap((reading) => (reading.ok ? [reading.value.contact] : []));
  const contacts = readable.toSorted((one, other) => one.name.localeCompare(other.name, 'en'));
  return { contacts, unread: cards.length - readable.length };
}

/** The card with this id, and where it stands among the others. */
export function findCard({ cards }: Pick<Book, 'cards'>, id: string): { text: string; at: number } | null {
  const at = cards.findIndex((text) => idOfCard(text) === id);
  const text = cards[at];
  return text === undefined ? null : { text, at };
}
