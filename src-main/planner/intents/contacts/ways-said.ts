import { type Goal, wordsOf } from '#main/planner/goals/goal.ts';
import type { Span } from '#main/planner/text/phrase.ts';
import { tokenise } from '#main/planner/text/tokenise.ts';
import { bare } from '#main/planner/text/wording.ts';
import pack from '#resources/packs/everyday/intents/contacts.json' with { type: 'json' };

const LINKING = new Set(pack.linking);
const PHONE = /\+?\d[\d\s()./-]{2,}\d|\b\d{3,6}\b/g;

/** Somebody as they are said: a name, with the addresses and numbers beside it. */
export type WaysSaid = {
  readonly name: string;
  readonly emails: readonly string[];
  readonly phones: readonly string[];
};

/** “Ana Silva (ana@example.com, +351 21 000 00 00)”. */
export const waysSaid = (goal: Goal, span: Span): WaysSaid => waysIn(wordsOf(goal, span));

/** The same of a text of its own, such as an answer. */
export function waysIn(words: string): WaysSaid {
  const emails = tokenise(words)
    .filter(({ kind }) => kind === 'email')
    .map(({ text }) => text);
  const rest = emails.reduce((left, email) => left.replace(email, ' '), words);
  const phones = [...rest.matchAll(PHONE)].map(([phone]) => phone.trim());
  const name = phones
    .reduce((left, phone) => left.replace(phone, ' '), rest)
    .replaceAll(/[()<>,;:"“”+]/g, ' ')
    .split(/\s+/)
    .filter((word, index, all) => word !== '' && !(isAtAnEdge(index, all) && LINKING.has(word.toLowerCase())))
    .join(' ');
  return { name: withoutLinks(bare(name)), emails: [...new Set(emails)], phones: [...new Set(phones)] };
}

const isAtAnEdge = (index: number, all: readonly string[]): boolean => index === 0 || index === all.length - 1;

function withoutLinks(name: string): string {
  const words = name.split(' ');
  while (words.length > 0 && LINKING.has(words.at(-1)?.toLowerCase() ?? '')) words.pop();
  while (words.length > 0 && LINKING.has(words[0]?.toLowerCase() ?? '')) words.shift();
  return words.join(' ').replace(/['’]s$/, '');
}
