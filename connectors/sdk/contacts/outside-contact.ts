import type { OutsidePart } from '#connectors/sdk/action.ts';
import type { Contact } from '#connectors/sdk/contacts/contact.ts';

/** A card’s longer texts come with it from wherever it came; whom it names and how to reach them the person took in. */
export const outsideContact = (path: string, { id, name, notes, organisation }: Contact): OutsidePart[] =>
  Object.entries({ notes, organisation }).flatMap(([field, value]) =>
    value === null ? [] : [{ path: `${path}/${field}`, item: id.slice(0, 300), what: 'note', title: name, by: null }],
  );
