import type { Fact, Person, Setting } from '#main/planner/intents/setting.ts';
import pack from '#resources/packs/everyday/intents/memory.json' with { type: 'json' };

const compiled = (pattern: string): RegExp => new RegExp(pattern, 'iu');
const HYPOTHETICAL = compiled(pack.hypothetical);
const PREFERENCE = compiled(pack.preference);
const ABOUT = compiled(pack.about);
const ADDRESS_OF = compiled(pack.addressOf);
const TOPICS = pack.topics.map(({ topic, pattern }) => ({ topic, pattern: compiled(pattern) }));
const LEADING = /^(?:my|our|the)\s+/i;

/** “If I were vegan …”, “imagine I lived in Rome”: said, and not claimed. */
export const isHypothetical = (text: string): boolean => HYPOTHETICAL.test(plain(text));

export const kindOf = (text: string): 'fact' | 'preference' => (PREFERENCE.test(plain(text)) ? 'preference' : 'fact');

/** What a fact is about, as far as that can be told: two facts of one topic can't both hold. */
export function topicOf(text: string): string | null {
  const said = plain(text);
  const known = TOPICS.find(({ pattern }) => pattern.test(said));
  return known?.topic ?? partsOf(said)?.about ?? null;
}

/** “My daughter's school is the Escola da Ponte”: what is spoken of, and what is said of it. */
export function partsOf(text: string): { readonly about: string; readonly value: string } | null {
  const found = ABOUT.exec(plain(text));
  const [, about = '', value = ''] = found ?? [];
  return found === null ? null : { about: about.toLowerCase(), value: value.replace(/[.!]+$/, '') };
}

/** “Ana's email is ana@example.com”: somebody with their address. */
export function addressIn(text: string): { readonly name: string; readonly email: string } | null {
  const [, name = '', email = ''] = ADDRESS_OF.exec(plain(text)) ?? [];
  return email === '' ? null : { name: name.trim(), email };
}

/** Whoever a fact gives an address to, such as “my landlord”, by all the ways to call them. */
export function personIn({ id, text, mark }: Fact): Person | null {
  const found = addressIn(text);
  if (found === null) return null;
  const bare = found.name.replace(LEADING, '');
  return {
    id,
    name: found.name,
    nicknames: [],
    email: found.email,
    mark,
    names: [`my ${bare}`, `our ${bare}`, `the ${bare}`, bare],
  };
}

/** What is known of something that the sentence only names: “my daughter's school”. The latest counts. */
export function knownValue(
  name: string,
  { facts }: Setting,
): { readonly value: string; readonly mark: Fact['mark'] } | null {
  const wanted = plain(name).toLowerCase();
  for (const { text, mark } of facts.toReversed()) {
    const parts = partsOf(text);
    if (parts !== null && parts.about === wanted && !parts.value.includes('@')) return { value: parts.value, mark };
  }
  return null;
}

/** With straight apostrophes and single spaces, as the patterns are written. */
const plain = (text: string): string => text.replaceAll(/[‘’ʼ]/g, "'").replaceAll(/\s+/g, ' ').trim();
