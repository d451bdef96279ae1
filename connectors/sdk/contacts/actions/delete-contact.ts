import { z } from 'zod';
import { findCard, readBook, readingOf } from '#connectors/sdk/contacts/book-file.ts';
import {
  type CardChange,
  findChanges,
  makeChanges,
  seeChanges,
  takeBackChanges,
} from '#connectors/sdk/contacts/card-change.ts';
import { type Contact, sayContact, sayDetails } from '#connectors/sdk/contacts/contact.ts';
import { IdSchema } from '#connectors/sdk/contacts/fields.ts';
import { contactOf, fingerprintOfCard } from '#connectors/sdk/contacts/read-card.ts';
import { defineAction } from '#connectors/sdk/define-action.ts';
import { changesOwn } from '#connectors/sdk/effects.ts';
import { notFound, unreadable } from '#connectors/sdk/failures.ts';
import { t } from '#contract/language/t.ts';
import { succeed } from '#contract/model/result.ts';

type Before = { readonly text: string; readonly at: number };

export const deleteContact = defineAction({
  name: 'contacts.delete-contact',
  title: t`Delete a contact`,
  input: z.strictObject({ id: IdSchema }),
  output: z.object({ id: z.string(), who: z.string() }),
  risk: 'L2',
  scopes: [],
  delivery: 'exactly-once',
  labels: {},
  effect: () => changesOwn,
  async look({ id }, { folder }) {
    const book = await readBook(folder);
    if (!book.ok) return book;
    const found = findCard(book.value, id);
    if (found === null) return notFound(t`this contact`);
    if (!readingOf(found.text).ok) return unreadable(t`This contact can’t be understood, so it was left as it is.`);
    return succeed({ before: found, version: fingerprintOfCard(found.text) });
  },
  describe: (_input, { text }: Before) => ({
    title: t`Delete ${sayContact(contactOf(text))} from your contacts`,
    differences: sayDetails(contactOf(text)).map(({ label, value }) => ({ label, before: value, after: null })),
    undo: t`Undo puts the contact back as it was.`,
  }),
  report: ({ who }) => ({ says: t`${who} is no longer in your contacts. Undo puts the contact back.`, lines: [] }),
  async run(_input, { folder, mode, before }) {
    const done = await makeChanges(folder, mode, [removal(before)], theContact(before));
    return done.ok ? succeed(told(before)) : done;
  },
  async findEarlier(_input, { folder, before }) {
    const found = await findChanges(folder, [removal(before)]);
    return found.ok ? succeed(found.value ? told(before) : null) : found;
  },
  readBack: (_output, { folder, before }) => seeChanges(folder, [removal(before)]),
  undo: (_output, context) => takeBackChanges(context, [removal(context.before)], false, theContact(context.before)),
});

const removal = (before: Before): CardChange => ({ was: before, becomes: null });

const theContact = (before: Before): string => t`the contact ${told(before).who}`;

function told({ text }: Before): { id: string; who: string } {
  const contact: Contact = contactOf(text);
  return { id: contact.id, who: sayContact(contact) };
}
