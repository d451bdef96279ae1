import { t } from '#contract/language/t.ts';
import type { CardPerson, Difference } from '#contract/model/card.ts';
import type { Json } from '#contract/model/json.ts';

/** An address with the name that it is saved under beside it: `Ana Silva (ana@example.com)`. */
export function addressWords(address: string, people: readonly CardPerson[] = []): string {
  const person = people.find((each) => each.address === address);
  if (!person) return address;
  if (person.name === null) return t`${address} (no longer in your contacts)`;
  return person.name.toLowerCase() === address.toLowerCase() ? address : `${person.name} (${address})`;
}

/** A value of a card with the names beside its addresses. */
export function named(value: Json, people: readonly CardPerson[] = []): Json {
  if (typeof value === 'string') return addressWords(value, people);
  return Array.isArray(value) ? value.map((each) => named(each, people)) : value;
}

/** The same of a line that holds nothing but addresses. */
export function namedLine(line: Difference, people: readonly CardPerson[] = []): Difference {
  const withNames = (text: string | null) =>
    text
      ?.split(', ')
      .map((part) => addressWords(part, people))
      .join(', ') ?? null;
  return { ...line, before: withNames(line.before), after: withNames(line.after) };
}
