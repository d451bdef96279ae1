import { z } from 'zod';
import { contactsIn, readBook } from '#connectors/sdk/contacts/book-file.ts';
import { ContactSchema, sayContact, sayDetails } from '#connectors/sdk/contacts/contact.ts';
import { findMatching } from '#connectors/sdk/contacts/match-contact.ts';
import { outsideContact } from '#connectors/sdk/contacts/outside-contact.ts';
import { defineAction } from '#connectors/sdk/define-action.ts';
import { nothingToTakeBack, onlyLooks } from '#connectors/sdk/effects.ts';
import { notFound } from '#connectors/sdk/failures.ts';
import { nonEmptyLineOf } from '#connectors/sdk/plain-text.ts';
import { quote, quoteAll } from '#connectors/sdk/quote.ts';
import { t } from '#contract/language/t.ts';
import { succeed } from '#contract/model/result.ts';

const MOST_NAMED = 5;

export const findContact = defineAction({
  name: 'contacts.find-contact',
  title: t`Find a contact`,
  input: z.strictObject({ query: nonEmptyLineOf(200) }),
  /** `alike`: the names of others that match too. */
  output: z.object({ contact: ContactSchema, alike: z.array(z.string()) }),
  outside: ({ contact }) => outsideContact('/contact', contact),
  risk: 'L0',
  scopes: [],
  delivery: 'exactly-once',
  labels: { query: t`Looking for` },
  effect: () => onlyLooks,
  describe: ({ query }) => ({
    title: t`Look for ${quote(query)} in your contacts`,
    differences: [],
    undo: nothingToTakeBack,
  }),
  report({ contact, alike }) {
    const shown = alike.slice(0, MOST_NAMED);
    const more = alike.length - shown.length;
    const alsoMatch =
      more > 0
        ? t`${quoteAll(shown)} and ${more} more match too.`
        : alike.length === 1
          ? t`${quoteAll(shown)} matches too.`
          : t`${quoteAll(shown)} match too.`;
    return {
      says: t`Found ${sayContact(contact)} in your contacts.`,
      lines: [
        ...sayDetails(contact).map(({ label, value }) => `${label}: ${value}`),
        ...(alike.length === 0 ? [] : [alsoMatch]),
      ],
    };
  },
  async run({ query }, { folder }) {
    const book = await readBook(folder);
    if (!book.ok) return book;
    const [contact, ...others] = findMatching(contactsIn(book.value).contacts, query);
    if (contact === undefined) return notFound(t`${quote(query)} in your contacts`);
    return succeed({ contact, alike: others.map(({ name, emails }) => name || emails[0] || t`(no name)`) });
  },
});
