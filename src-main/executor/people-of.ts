import type { CardPerson, CardValue } from '#contract/model/card.ts';
import type { Effect } from '#contract/model/effect.ts';
import type { Provenance } from '#contract/model/provenance.ts';
import { wordsIn } from '#main/executor/words-in.ts';
import type { PeopleBook } from '#main/memory/people-book.ts';

const LOOKS_LIKE_ADDRESS = /^[^\s@]+@[^\s@]+$/;

/**
 * Whose the addresses on a card are. `isMeant`: the plan took it from what is saved, where a name in the sentence stood
 * for it; when it is no longer there, that is told with a null.
 */
export function peopleOf(
  book: PeopleBook,
  values: readonly Pick<CardValue, 'value' | 'path'>[],
  { recipients }: Effect,
  places: ReadonlyMap<string, Provenance>,
): readonly CardPerson[] {
  const said = values.flatMap(({ value }) => [...wordsIn(value)].map(({ text }) => text));
  const addresses = [...new Set([...said, ...recipients].filter((text) => LOOKS_LIKE_ADDRESS.test(text)))];
  const fromContacts = new Set(
    values.flatMap(({ value, path }) =>
      [...wordsIn(value)]
        .filter((word) => (places.get(`${path}${word.path}`) ?? places.get(path) ?? []).includes('contact'))
        .map(({ text }) => text),
    ),
  );
  return addresses.flatMap((address) => {
    const name = book.nameOf(address);
    const isMeant = fromContacts.has(address);
    return name === null && !isMeant ? [] : [{ address, name, isMeant }];
  });
}
