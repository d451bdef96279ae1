import type { Contact } from '#connectors/sdk/contacts/contact.ts';
import { foldText, matchesWords } from '#connectors/sdk/plain-text.ts';

/** Words that say no more than that somebody stands among the contacts. */
const littleWords = ['contact', 'contacts', 'number', 'phone', 'email', 'address'];

/** Who is meant, the closest first: by the whole name or a nickname, then by a part of the name, then by anything. */
export function findMatching(contacts: readonly Contact[], query: string): readonly Contact[] {
  const wanted = foldText(query).replace(/['’]s$/, '');
  const ways: ((contact: Contact) => boolean)[] = [
    ({ name, nicknames }) => [name, ...nicknames].some((each) => foldText(each) === wanted),
    ({ name, nicknames }) => matchesWords([name, ...nicknames].join('\n'), wanted, littleWords),
    (contact) => matchesWords(wordsOf(contact), wanted, littleWords),
  ];
  for (const isMeant of ways) {
    const found = contacts.filter(isMeant);
    if (found.length > 0) return found;
  }
  return [];
}

const wordsOf = ({ name, nicknames, emails, phones, organisation, notes }: Contact): string =>
  [name, ...nicknames, ...emails, ...phones, organisation ?? '', notes ?? ''].join('\n');
