import { z } from 'zod';
import { findCard, readBook, readingOf } from '#connectors/sdk/contacts/book-file.ts';
import {
  becoming,
  type CardChange,
  findChanges,
  makeChanges,
  seeChanges,
  takeBackChanges,
} from '#connectors/sdk/contacts/card-change.ts';
import { ContactSchema, differencesBetween, sayContact } from '#connectors/sdk/contacts/contact.ts';
import { contactFields, contactLabels, IdSchema, NameSchema } from '#connectors/sdk/contacts/fields.ts';
import { contactOf, fingerprintOfCard } from '#connectors/sdk/contacts/read-card.ts';
import { changedCard } from '#connectors/sdk/contacts/write-card.ts';
import { defineAction } from '#connectors/sdk/define-action.ts';
import { changesOwn } from '#connectors/sdk/effects.ts';
import { misfit, notFound, unreadable } from '#connectors/sdk/failures.ts';
import { t } from '#contract/language/t.ts';
import { succeed } from '#contract/model/result.ts';

const { emails, phones } = contactFields;
const ChangeSchema = z.strictObject({
  id: IdSchema,
  name: NameSchema.nullish().transform((name) => name ?? null),
  ...contactFields,
  /** Beside those that stand there. */
  moreEmails: emails,
  morePhones: phones,
});
type Input = z.output<typeof ChangeSchema>;

/** `version`: what the card says as we left it, whatever order and folds it is written with. */
const ChangedSchema = z.object({ contact: ContactSchema, was: ContactSchema, version: z.string() });
type Changed = z.output<typeof ChangedSchema>;

type Before = { readonly text: string; readonly at: number };

export const changeContact = defineAction({
  name: 'contacts.change-contact',
  title: t`Change a contact`,
  input: ChangeSchema,
  output: ChangedSchema,
  // Another name or address decides whom a sentence means and who counts as known.
  risk: 'L3',
  scopes: [],
  delivery: 'exactly-once',
  labels: { ...contactLabels, moreEmails: t`Another email`, morePhones: t`Another phone` },
  effect: () => changesOwn,
  async look(input, { folder }) {
    const book = await readBook(folder);
    if (!book.ok) return book;
    const found = findCard(book.value, input.id);
    if (found === null) return notFound(t`this contact`);
    if (!readingOf(found.text).ok) return unreadable(t`This contact can’t be understood, so it was left as it is.`);
    if (fingerprintOfCard(changed(input, found)) === fingerprintOfCard(found.text)) {
      return misfit(t`That is what this contact says already.`);
    }
    return succeed({ before: found, version: fingerprintOfCard(found.text) });
  },
  describe(input, before: Before) {
    const [was, is] = [contactOf(before.text), contactOf(changed(input, before))];
    return {
      title: t`Change ${sayContact(was)} in your contacts`,
      differences: differencesBetween(was, is),
      undo: t`Undo puts the contact back as it was, as long as it hasn’t been changed again.`,
    };
  },
  report: ({ contact, was }) => ({
    says: t`${sayContact(contact)} is changed in your contacts.`,
    lines: differencesBetween(was, contact).map(({ label, after }) => `${label}: ${after ?? t`(nothing)`}`),
  }),
  async run(input, { folder, mode, before }) {
    const done = await makeChanges(folder, mode, [changeFor(input, before)], theContact(before));
    return done.ok ? succeed(told(input, before)) : done;
  },
  async findEarlier(input, { folder, before }) {
    const found = await findChanges(folder, [changeFor(input, before)]);
    return found.ok ? succeed(found.value ? told(input, before) : null) : found;
  },
  readBack: (done, { folder, before }) => seeChanges(folder, [made(done, before)]),
  undo: (done, context) => takeBackChanges(context, [made(done, context.before)], false, theContact(context.before)),
});

const theContact = ({ text }: Before): string => t`the contact ${sayContact(contactOf(text))}`;

function changed({ moreEmails, morePhones, ...fields }: Input, { text }: Before): string {
  const was = contactOf(text);
  const together = (first: readonly string[] | null, more: readonly string[] | null, standing: readonly string[]) =>
    more === null ? first : [...new Set([...(first ?? standing), ...more])];
  return changedCard(text, {
    ...fields,
    emails: together(fields.emails, moreEmails, was.emails),
    phones: together(fields.phones, morePhones, was.phones),
  });
}

const changeFor = (input: Input, before: Before): CardChange => ({
  was: before,
  becomes: becoming(changed(input, before)),
});

const made = ({ contact, version }: Changed, before: Before): CardChange => ({
  was: before,
  becomes: { id: contact.id, fingerprint: version, text: '' },
});

function told(input: Input, before: Before): Changed {
  const text = changed(input, before);
  return { contact: contactOf(text), was: contactOf(before.text), version: fingerprintOfCard(text) };
}
