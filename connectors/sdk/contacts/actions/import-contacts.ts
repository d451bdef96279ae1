import { z } from 'zod';
import type { Folder } from '#connectors/sdk/action.ts';
import { type Book, contactsIn, readBook } from '#connectors/sdk/contacts/book-file.ts';
import {
  type CardChange,
  findChanges,
  makeChanges,
  seeChanges,
  takeBackChanges,
} from '#connectors/sdk/contacts/card-change.ts';
import { isImportFile, linesOf, newIn, readImportFile } from '#connectors/sdk/contacts/import-file.ts';
import { defineAction } from '#connectors/sdk/define-action.ts';
import { changesOwn } from '#connectors/sdk/effects.ts';
import { changedSince, misfit } from '#connectors/sdk/failures.ts';
import { quote } from '#connectors/sdk/quote.ts';
import { t } from '#contract/language/t.ts';
import { type Result, succeed } from '#contract/model/result.ts';

const MOST_SHOWN = 200;

/** What would come of it. `cards` are those that are new, by what they will be known by. */
type Before = {
  readonly blank: Book['blank'];
  readonly version: string;
  readonly cards: readonly { readonly id: string; readonly fingerprint: string }[];
  readonly lines: readonly string[];
  readonly there: number;
  readonly problems: readonly string[];
};

const ImportedSchema = z.object({
  fileName: z.string(),
  added: z.int().positive(),
  there: z.int().nonnegative(),
  problems: z.array(z.string()),
});

export const importContacts = defineAction({
  name: 'contacts.import-contacts',
  title: t`Take in contacts from a file`,
  input: z.strictObject({ fileName: z.string().refine(isImportFile, t`This is not a file of contacts (.vcf).`) }),
  output: ImportedSchema,
  // Everybody in the file counts as known from then on, and that is always the person’s own to say.
  risk: 'L3',
  scopes: [],
  delivery: 'exactly-once',
  labels: {},
  effect: () => changesOwn,
  async look({ fileName }, { folder }) {
    const file = await readImportFile(folder, fileName);
    if (!file.ok) return file;
    const book = await readBook(folder);
    if (!book.ok) return book;
    const { cards, problems, version } = file.value;
    const fresh = newIn(file.value, contactsIn(book.value).contacts);
    if (fresh.length === 0) return misfit(nothingNew(fileName, cards.length, problems));
    return succeed({
      before: {
        blank: book.value.blank,
        version,
        cards: fresh.map(({ id, fingerprint }) => ({ id, fingerprint })),
        lines: linesOf(fresh),
        there: cards.length - fresh.length,
        problems: [...problems],
      },
      version,
    });
  },
  describe({ fileName }, { lines, there, problems }: Before) {
    const shown = lines.slice(0, MOST_SHOWN);
    const rest = lines.length - shown.length;
    return {
      title:
        lines.length === 1
          ? t`Take in one contact from the file ${quote(fileName)}`
          : t`Take in ${lines.length} contacts from the file ${quote(fileName)}`,
      differences: [
        { label: t`New`, before: null, after: [...shown, ...(rest === 0 ? [] : [t`and ${rest} more`])].join('\n') },
        ...(there === 0 ? [] : [{ label: t`There already`, before: null, after: leftAsBefore(there) }]),
        ...(problems.length === 0 ? [] : [{ label: t`Left out`, before: null, after: problems.join('\n') }]),
      ],
      undo: t`Undo takes them out again, as long as they haven’t been changed.`,
    };
  },
  report: ({ fileName, added, there, problems }) => ({
    says:
      added === 1
        ? t`One contact from the file ${quote(fileName)} is in your contacts.`
        : t`${added} contacts from the file ${quote(fileName)} are in your contacts.`,
    lines: [
      ...(there === 0
        ? []
        : [
            there === 1
              ? t`One contact was there already and stayed as before.`
              : t`${there} contacts were there already and stayed as before.`,
          ]),
      ...problems,
    ],
  }),
  async run({ fileName }, { folder, mode, before }) {
    const changes = await changesFrom(folder, fileName, before);
    if (!changes.ok) return changes;
    const done = await makeChanges(folder, mode, changes.value, t`your contacts`);
    return done.ok ? succeed(told(fileName, before)) : done;
  },
  async findEarlier({ fileName }, { folder, before }) {
    const found = await findChanges(folder, changesOf(before));
    return found.ok ? succeed(found.value ? told(fileName, before) : null) : found;
  },
  readBack: (_output, { folder, before }) => seeChanges(folder, changesOf(before)),
  undo: ({ fileName }, context) =>
    takeBackChanges(
      context,
      changesOf(context.before),
      context.before.blank,
      t`the contacts from the file ${quote(fileName)}`,
    ),
});

const changesOf = ({ cards }: Before): CardChange[] =>
  cards.map((card) => ({ was: null, becomes: { ...card, text: '' } }));

/** The same with the text of each card, as long as the file is the one that was seen. */
async function changesFrom(folder: Folder, fileName: string, before: Before): Promise<Result<CardChange[]>> {
  const file = await readImportFile(folder, fileName);
  if (!file.ok) return file;
  if (file.value.version !== before.version) return changedSince(t`the file ${quote(fileName)}`);
  const wanted = new Set(before.cards.map(({ id }) => id));
  return succeed(file.value.cards.filter(({ id }) => wanted.has(id)).map((becomes) => ({ was: null, becomes })));
}

const told = (fileName: string, { cards, there, problems }: Before): z.output<typeof ImportedSchema> => ({
  fileName,
  added: cards.length,
  there,
  problems: [...problems],
});

const leftAsBefore = (count: number): string =>
  count === 1 ? t`One contact, left as before` : t`${count} contacts, left as before`;

function nothingNew(fileName: string, count: number, problems: readonly string[]): string {
  if (count > 0) return t`Everybody in the file ${quote(fileName)} is in your contacts already.`;
  if (problems.length === 0) return t`There is no contact in the file ${quote(fileName)}.`;
  return t`No contact in the file ${quote(fileName)} can be read. ${problems[0] ?? ''}`;
}
