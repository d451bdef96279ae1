import { z } from 'zod';
import { contactsIn, readBook } from '#connectors/sdk/contacts/book-file.ts';
import { ContactSchema, sayContactLine } from '#connectors/sdk/contacts/contact.ts';
import { findMatching } from '#connectors/sdk/contacts/match-contact.ts';
import { outsideContact } from '#connectors/sdk/contacts/outside-contact.ts';
import { defineAction } from '#connectors/sdk/define-action.ts';
import { nothingToTakeBack, onlyLooks } from '#connectors/sdk/effects.ts';
import { lineOf } from '#connectors/sdk/plain-text.ts';
import { quote } from '#connectors/sdk/quote.ts';
import { t } from '#contract/language/t.ts';
import { succeed } from '#contract/model/result.ts';

const MOST_CONTACTS = 500;

export const listContacts = defineAction({
  name: 'contacts.list-contacts',
  title: t`List your contacts`,
  input: z.strictObject({
    query: lineOf(200)
      .nullish()
      .transform((query) => query || null),
  }),
  output: z.object({
    query: z.string().nullable(),
    contacts: z.array(ContactSchema),
    /** How many more there are than fit. */
    more: z.int().nonnegative(),
    /** Cards that make no sense. */
    unread: z.int().nonnegative(),
  }),
  outside: ({ contacts }) => contacts.flatMap((contact, index) => outsideContact(`/contacts/${index}`, contact)),
  risk: 'L0',
  scopes: [],
  delivery: 'exactly-once',
  labels: { query: t`Looking for` },
  effect: () => onlyLooks,
  describe: ({ query }) => ({
    title: query === null ? t`List your contacts` : t`List your contacts about ${quote(query)}`,
    differences: [],
    undo: nothingToTakeBack,
  }),
  report({ contacts, more, unread, query }) {
    const about = query === null ? '' : t` about ${quote(query)}`;
    return {
      says: sayCount(contacts.length + more, about),
      lines: [
        ...contacts.map(sayContactLine),
        ...(more === 0 ? [] : [t`and ${more} more`]),
        ...(unread === 0
          ? []
          : [
              unread === 1
                ? t`One card can’t be read and is left out.`
                : t`${unread} cards can’t be read and are left out.`,
            ]),
      ],
    };
  },
  async run({ query }, { folder }) {
    const book = await readBook(folder);
    if (!book.ok) return book;
    const { contacts, unread } = contactsIn(book.value);
    const found = query === null ? contacts : findMatching(contacts, query);
    const shown = found.slice(0, MOST_CONTACTS);
    return succeed({ query, contacts: [...shown], more: found.length - shown.length, unread });
  },
});

function sayCount(count: number, about: string): string {
  if (count === 0) return t`You have no contacts${about}.`;
  return count === 1 ? t`You have one contact${about}.` : t`You have ${count} contacts${about}.`;
}
