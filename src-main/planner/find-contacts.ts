import type { Slots } from '#contract/model/understanding.ts';
import { comparable } from '#main/planner/intents/mail/recipients.ts';
import type { Person } from '#main/planner/intents/setting.ts';
import pack from '#resources/packs/everyday/intents/contacts.json' with { type: 'json' };

type Found = NonNullable<Slots['contacts']>;

/** A word in front of somebody: without one of these, “may” and “mark” are no people. */
const LEADS = new Set(pack.leads);
const WORD = /[\p{L}\p{M}\p{N}]+(?:['’-][\p{L}\p{M}\p{N}]+)*/gu;
const LONGEST_NAME = 4;
const MOST = 10;

/** Whom of those who are saved the words name, blind to case and accents. The longest name that fits is meant. */
export function findContacts(text: string, people: readonly Person[]): Found {
  const byName = indexed(people);
  const words = [...text.matchAll(WORD)].map(([word]) => word);
  const found: Found = [];
  for (let at = 1; at < words.length && found.length < MOST; ) {
    const match = LEADS.has(comparable(words[at - 1] ?? '')) ? longestAt(words, at, byName) : null;
    if (match === null) {
      at += 1;
      continue;
    }
    found.push(...match.people.map(({ name, email }) => ({ said: match.said, name, email })));
    at += match.length;
    // “Ana and Bo”: who comes next needs no other word.
    if (comparable(words[at] ?? '') === 'and') at += 1;
  }
  return found;
}

function longestAt(words: readonly string[], at: number, byName: ReadonlyMap<string, readonly Person[]>) {
  for (let length = Math.min(LONGEST_NAME, words.length - at); length >= 1; length -= 1) {
    const said = words
      .slice(at, at + length)
      .join(' ')
      .replace(/['’]s$/, '');
    const people = byName.get(comparable(said));
    if (people) return { said, people, length };
  }
  return null;
}

/** Whole names and nicknames, and each part of them, where no whole one is called that. */
const indexes = new WeakMap<readonly Person[], ReadonlyMap<string, readonly Person[]>>();

function indexed(people: readonly Person[]): ReadonlyMap<string, readonly Person[]> {
  const known = indexes.get(people);
  if (known) return known;
  const whole = new Map<string, Person[]>();
  const parts = new Map<string, Person[]>();
  const note = (index: Map<string, Person[]>, name: string, person: Person) => {
    const there = index.get(name) ?? [];
    if (!there.includes(person)) index.set(name, [...there, person]);
  };
  for (const person of people) {
    for (const name of [person.name, ...person.nicknames].map(comparable)) {
      note(whole, name, person);
      for (const part of name.split(' ')) if (part.length > 1) note(parts, part, person);
    }
  }
  const index = new Map([...parts, ...whole]);
  indexes.set(people, index);
  return index;
}
