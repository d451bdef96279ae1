import type { Folder } from '#connectors/sdk/action.ts';
import { AddressSchema } from '#connectors/sdk/address.ts';
import { CONTACTS_FILE, readBook, readingOf } from '#connectors/sdk/contacts/book-file.ts';
import type { SavedPerson } from '#contract/model/saved-person.ts';

type Kept = { readonly bytes: Uint8Array | null; readonly people: readonly SavedPerson[] };

/** They are asked for with each key that is pressed, and an address book hardly ever changes. */
const kept = new WeakMap<Folder, Kept>();

/** Everybody in an address book whom a sentence can mean. A book that can’t be read holds nobody. */
export async function peopleIn(
  folder: Folder,
  provider: string,
  fileName = CONTACTS_FILE,
): Promise<readonly SavedPerson[]> {
  const bytes = await folder.read(fileName);
  const before = kept.get(folder);
  if (before && isSame(before.bytes, bytes)) return before.people;
  const book = await readBook(folder, fileName);
  if (!book.ok) return [];
  const people = book.value.cards.flatMap((card) => personOn(card, provider));
  kept.set(folder, { bytes, people });
  return people;
}

const isSame = (one: Uint8Array | null, other: Uint8Array | null): boolean =>
  one === null || other === null ? one === other : Buffer.compare(one, other) === 0;

function personOn(card: string, provider: string): SavedPerson[] {
  const reading = readingOf(card);
  if (!reading.ok) return [];
  const { contact, preferred } = reading.value;
  const emails = contact.emails.filter((email) => AddressSchema.safeParse(email).success);
  const isUsable = preferred !== null && emails.includes(preferred);
  const { id, name, nicknames, phones } = contact;
  return [{ provider, id, name, nicknames, emails, preferred: isUsable ? preferred : null, phones }];
}
