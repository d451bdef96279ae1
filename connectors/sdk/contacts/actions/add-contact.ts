import { z } from 'zod';
import type { ActionContext } from '#connectors/sdk/action.ts';
import { type Book, contactsIn, readBook } from '#connectors/sdk/contacts/book-file.ts';
import {
  becoming,
  type CardChange,
  findChanges,
  makeChanges,
  seeChanges,
  takeBackChanges,
} from '#connectors/sdk/contacts/card-change.ts';
import { idFor } from '#connectors/sdk/contacts/card-id.ts';
import { ContactSchema, differencesBetween, sayContact, sayContactLine } from '#connectors/sdk/contacts/contact.ts';
import { contactFields, contactLabels, NameSchema } from '#connectors/sdk/contacts/fields.ts';
import { contactOf } from '#connectors/sdk/contacts/read-card.ts';
import { newCard } from '#connectors/sdk/contacts/write-card.ts';
import { defineAction } from '#connectors/sdk/define-action.ts';
import { changesOwn } from '#connectors/sdk/effects.ts';
import { foldText } from '#connectors/sdk/plain-text.ts';
import { t } from '#contract/language/t.ts';
import { succeed } from '#contract/model/result.ts';

const AddSchema = z.strictObject({ name: NameSchema, ...contactFields });
type Input = z.output<typeof AddSchema>;

/** `version`: what the card says as we left it, whatever order and folds it is written with. */
const AddedSchema = z.object({ contact: ContactSchema, version: z.string() });

/** `alike`: who stands there already under this name or with one of these addresses. */
type Before = { readonly blank: Book['blank']; readonly alike: readonly string[] };

export const addContact = defineAction({
  name: 'contacts.add-contact',
  title: t`Add a contact`,
  input: AddSchema,
  output: AddedSchema,
  // Whoever is saved counts as known from then on, and that is always the person’s own to say.
  risk: 'L3',
  scopes: [],
  delivery: 'exactly-once',
  labels: contactLabels,
  effect: () => changesOwn,
  async look(input, { folder }) {
    const book = await readBook(folder);
    if (!book.ok) return book;
    const alike = contactsIn(book.value).contacts.filter(
      ({ name, emails }) =>
        foldText(name) === foldText(input.name) || emails.some((email) => input.emails?.includes(email)),
    );
    // The consent is to this contact, whoever else is added meanwhile.
    return succeed({ before: { blank: book.value.blank, alike: alike.map(sayContactLine) }, version: '' });
  },
  describe(input, { alike }: Before) {
    const contact = contactOf(newCard('new', input));
    return {
      title: t`Add ${sayContact(contact)} to your contacts`,
      differences: [
        ...differencesBetween(null, contact),
        ...(alike.length === 0 ? [] : [{ label: t`There already`, before: null, after: alike.join('\n') }]),
      ],
      undo: t`Undo takes the contact out again, as long as it hasn’t been changed.`,
    };
  },
  report: ({ contact }) => ({ says: t`${sayContact(contact)} is in your contacts.`, lines: [] }),
  async run(input, context) {
    const change = changeFor(input, context);
    const done = await makeChanges(context.folder, context.mode, [change], t`your contacts`);
    return done.ok ? succeed(told(change)) : done;
  },
  async findEarlier(input, context) {
    const change = changeFor(input, context);
    const found = await findChanges(context.folder, [change]);
    return found.ok ? succeed(found.value ? told(change) : null) : found;
  },
  readBack: (added, { folder }) => seeChanges(folder, [made(added)]),
  undo: (added, context) =>
    takeBackChanges(context, [made(added)], context.before.blank, t`the contact ${sayContact(added.contact)}`),
});

const changeFor = (input: Input, { key }: Pick<ActionContext<Before>, 'key'>): CardChange => ({
  was: null,
  becomes: becoming(newCard(idFor(key), input)),
});

const told = ({ becomes }: CardChange): z.output<typeof AddedSchema> => ({
  contact: contactOf(becomes?.text ?? ''),
  version: becomes?.fingerprint ?? '',
});

const made = ({ contact, version }: z.output<typeof AddedSchema>): CardChange => ({
  was: null,
  becomes: { id: contact.id, fingerprint: version, text: '' },
});
