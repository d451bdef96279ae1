import type { Folder } from '#connectors/sdk/action.ts';
import { AddressSchema } from '#connectors/sdk/address.ts';
import { readBook, readingOf } from '#connectors/sdk/contacts/book-file.ts';
import type { SavedPerson } from '#contract/model/saved-person.ts';

/** Everybody in an address book whom a sentence can mean. A book that can’t be read holds nobody. */
export async function peopleIn(folder: Folder, provider: string, fileName?: string): Promise<readonly SavedPerson[]> {
  const book = await readBook(folder, fileName);
  if (!book.ok) return [];
  return book.value.cards.map(readingOf).flatMap((reading): SavedPerson[] => {
    if (!reading.ok) return [];
    const { contact, preferred } = reading.value;
    const emails = contact.emails.filter((email) => AddressSchema.safeParse(email).success);
    const isUsable = preferred !== null && emails.includes(preferred);
    const { id, name, nicknames, phones } = contact;
    return [{ provider, id, name, nicknames, emails, preferred: isUsable ? preferred : null, phones }];
  });
}
