import { blanked, type Place } from '#main/understanding/slots/places.ts';

const RELATIONS =
  'mom mum mother dad father wife husband partner brother sister son daughter boss manager grandma grandpa aunt uncle cousin doctor dentist landlord teacher colleague coworker neighbour neighbor girlfriend boyfriend team client';
const LEADS = `(?:to|with|from|for|by|of|tell|text|call|email|mail|message|invite|ask|phone|ring|meet|remind|pay|and|,)`;
const NAME = String.raw`[A-Z][\p{L}'’-]+(?: [A-Z][\p{L}'’-]+)*`;
const ADDRESS = /[\w.+-]+@[\w-]+(?:\.[\w-]+)+/gu;
const NAMED = new RegExp(String.raw`(?:^|\s)${LEADS}\s+(${NAME})`, 'gu');
const BEFORE = new RegExp(String.raw`(?:^|[\s,])(${NAME})['’]s\s`, 'gu');
const RELATED = new RegExp(String.raw`\b(?:my|our|his|her|the) ((?:${RELATIONS.split(' ').join('|')})s?)\b`, 'giu');
const BARE = /\b(?:to|with|from|for|tell|text|call|email|message|ask|invite|and) (mom|mum|dad|grandma|grandpa)\b/giu;
/** Capital letters that name no person. */
const NO_NAME =
  /^(?:I|The|A|An|My|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|January|February|March|April|May|June|July|August|September|October|November|December|Christmas|Easter|Mondays|Fridays|PM|AM|CV|Instagram|LinkedIn|Netflix)$/u;

/** Whom a goal names: addresses, names with a capital letter, and “my boss”. In the order of the text, each once. */
export function readPeople(text: string, places: readonly Place[]): string[] {
  const plain = blanked(text, places);
  const found = [ADDRESS, NAMED, BEFORE, RELATED, BARE].flatMap((pattern) =>
    [...plain.matchAll(pattern)].map((match) => ({ at: match.index, name: match[1] ?? match[0] })),
  );
  const people = found
    .sort((a, b) => a.at - b.at)
    .map(({ name }) => name.trim())
    .filter((name) => !NO_NAME.test(name));
  return [...new Set(people)];
}
