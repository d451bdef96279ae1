import {
  addLine,
  type ContentLine,
  escapeText,
  joinLines,
  newLine,
  readLines,
} from '#connectors/sdk/calendar/content-line.ts';
import { bareName } from '#connectors/sdk/contacts/read-card.ts';

/** What a card is to say; a field that is null stays as it is, an empty one goes. */
export type CardFields = {
  readonly name: string | null;
  readonly nicknames: readonly string[] | null;
  readonly emails: readonly string[] | null;
  readonly phones: readonly string[] | null;
  readonly organisation: string | null;
  readonly notes: string | null;
};

/** A new vCard 3.0, which every address book reads. */
export function newCard(id: string, fields: CardFields & { readonly name: string }): string {
  const lines = ['BEGIN:VCARD', 'VERSION:3.0', 'PRODID:-//Life OS//Contacts//EN', `UID:${id}`, 'END:VCARD'].map(
    newLine,
  );
  return joinLines(withFields(lines, fields), '\r\n');
}

/** The same card with other words in some fields; whatever else it holds keeps its exact text. */
export const changedCard = (text: string, fields: CardFields): string =>
  joinLines(withFields(readLines(text), fields), '\r\n');

function withFields(lines: readonly ContentLine[], fields: CardFields): readonly ContentLine[] {
  const { name, nicknames, emails, phones, organisation, notes } = fields;
  let made = lines;
  if (name !== null) made = setAll(setAll(made, 'FN', [name]), 'N', [partsOf(name)], asIs);
  if (nicknames !== null)
    made = setAll(made, 'NICKNAME', nicknames.length === 0 ? [] : [nicknames.map(escapeText).join()], asIs);
  if (emails !== null) made = setAll(made, 'EMAIL', emails);
  if (phones !== null) made = setAll(made, 'TEL', phones);
  if (organisation !== null) made = setAll(made, 'ORG', organisation === '' ? [] : [organisation]);
  if (notes !== null) made = setAll(made, 'NOTE', notes.trim() === '' ? [] : [notes]);
  return made;
}

/** Sets the values of a property: one that stands there already keeps its line with its type, the others go. */
function setAll(
  lines: readonly ContentLine[],
  name: string,
  values: readonly string[],
  written: (value: string) => string = escapeText,
): readonly ContentLine[] {
  const contents = values.map(written);
  const isOurs = (line: ContentLine) => line.depth === 1 && bareName(line.name) === name;
  const left = new Set(contents);
  const kept = lines.filter((line) => !isOurs(line) || left.delete(valueIn(line)));
  return contents
    .filter((content) => left.has(content))
    .reduce<readonly ContentLine[]>((made, content) => addLine(made, `${name}:${content}`), kept);
}

const valueIn = ({ value }: ContentLine): string => value.trim().replace(/^(?:mailto|tel):/i, '');

const asIs = (value: string): string => value;

/** `N` of version 3.0: what comes last is taken for the family name. */
function partsOf(name: string): string {
  const words = name.split(/\s+/);
  const family = words.length > 1 ? (words.at(-1) ?? '') : '';
  const given = words.length > 1 ? words.slice(0, -1).join(' ') : name;
  return `${escapeText(family)};${escapeText(given)};;;`;
}
