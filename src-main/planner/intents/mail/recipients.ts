import type { ProvenanceMark } from '#contract/model/provenance.ts';
import type { Goal } from '#main/planner/goals/goal.ts';
import { wordAt, wordsOf } from '#main/planner/goals/goal.ts';
import type { Person, Setting } from '#main/planner/intents/setting.ts';
import { loadPhrases } from '#main/planner/text/load-phrases.ts';
import { matchAny } from '#main/planner/text/phrase.ts';
import pack from '#resources/packs/everyday/intents/mail.json' with { type: 'json' };

/** Somebody that an email goes to; a name is unknown until the person says its address. */
export type Recipient =
  | {
      readonly kind: 'address';
      readonly email: string;
      readonly name: string | null;
      /** The address itself comes from memory rather than from the sentence. */
      readonly isSaved: boolean;
      /** Where a saved address came from; a saved person when not said. */
      readonly mark?: ProvenanceMark | undefined;
    }
  | { readonly kind: 'several'; readonly name: string; readonly people: readonly Person[] }
  | { readonly kind: 'unknown'; readonly name: string };

export type ReadRecipients = { readonly recipients: readonly Recipient[]; readonly next: number };

const TO = loadPhrases(pack.draft.to);
const NOT_NAMES = new Set(pack.draft.notNames);
const LONGEST_NAME = 4;
const MOST = 50;

/** The recipients from a token on: addresses, people from memory, or a name that is not known. */
export function readRecipients(
  goal: Goal,
  from: number,
  setting: Setting,
  isEnd: (at: number) => boolean,
): ReadRecipients {
  const recipients: Recipient[] = [];
  let next = matchAny(TO, goal.tokens, from)?.end ?? from;
  for (let at = next; recipients.length < MOST; ) {
    const read = readRecipient(goal, at, setting, isEnd);
    if (read === null) break;
    recipients.push(read.recipient);
    next = read.next;
    at = skipAnd(goal, next);
    const isNamed = goal.tokens[at]?.kind === 'email' || readPerson(goal, at, setting) !== null;
    if (at === next || !isNamed) break;
  }
  return { recipients, next: recipients.length === 0 ? from : next };
}

function skipAnd(goal: Goal, from: number): number {
  let at = from;
  while ([',', 'and', '&', ';', 'to'].includes(wordAt(goal, at))) at += 1;
  return at;
}

function readRecipient(goal: Goal, at: number, setting: Setting, isEnd: (at: number) => boolean) {
  const token = goal.tokens[at];
  if (token?.kind === 'email') return { recipient: address(token.text, setting), next: at + 1 };
  const named = readPerson(goal, at, setting) ?? readName(goal, at, isEnd);
  return named === null ? null : withAddress(goal, named, setting);
}

/** “my boss (boss@example.com)”: the address decides. */
function withAddress(goal: Goal, named: { recipient: Recipient; next: number }, setting: Setting) {
  const isOpened = ['(', '<', ',', 'at'].includes(wordAt(goal, named.next));
  const email = goal.tokens[named.next + (isOpened ? 1 : 0)];
  if (email?.kind !== 'email') return named;
  const end = named.next + (isOpened ? 2 : 1);
  return { recipient: address(email.text, setting), next: [')', '>'].includes(wordAt(goal, end)) ? end + 1 : end };
}

/** An address that the person typed, with the name that it is saved under. */
export function address(email: string, setting: Setting): Recipient {
  const person = setting.people.find(
    (one) => one.names === undefined && one.email.toLowerCase() === email.toLowerCase(),
  );
  return { kind: 'address', email, name: person?.name ?? null, isSaved: false };
}

/** A person from memory: the whole name, or a part of it that may fit several. */
export function readPerson(goal: Goal, at: number, setting: Setting): { recipient: Recipient; next: number } | null {
  for (let length = LONGEST_NAME; length >= 1; length -= 1) {
    if (at + length > goal.tokens.length) continue;
    const name = wordsOf(goal, [at, at + length]);
    const people = peopleCalled(name, setting);
    if (people.length > 0) return { recipient: fromPeople(name, people), next: at + length };
  }
  return null;
}

export function peopleCalled(name: string, setting: Setting): readonly Person[] {
  const wanted = comparable(name);
  if (wanted === '') return [];
  const namesOf = ({ name, nicknames, names }: Person) => (names ?? [name, ...nicknames]).map(comparable);
  const whole = setting.people.filter((person) => namesOf(person).includes(wanted));
  return whole.length > 0
    ? whole
    : setting.people.filter(
        (person) => person.names === undefined && namesOf(person).some((each) => each.split(' ').includes(wanted)),
      );
}

function fromPeople(name: string, people: readonly Person[]): Recipient {
  const [only, ...others] = people;
  if (only === undefined || others.length > 0) return { kind: 'several', name, people };
  return addressee(only);
}

/** Somebody who is known; what is only called something (“my landlord”) has no name to greet. */
export const addressee = ({ email, name, names, mark }: Person): Extract<Recipient, { kind: 'address' }> => ({
  kind: 'address',
  email,
  name: names === undefined ? name : null,
  isSaved: true,
  mark,
});

/** A name as it is compared: without case, accents and a genitive. */
export const comparable = (name: string): string =>
  name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/['’]s$/, '')
    .replace(/\s+/g, ' ')
    .trim();

/** A name that is not in memory: the words up to what the email says. */
function readName(goal: Goal, from: number, isEnd: (at: number) => boolean) {
  let at = from;
  while (at < goal.tokens.length && at - from < LONGEST_NAME && isNamePart(goal, at) && !isEnd(at)) at += 1;
  const isCut = at < goal.tokens.length && isNamePart(goal, at) && !isEnd(at);
  if (at === from || isCut) return null;
  const recipient: Recipient = { kind: 'unknown', name: wordsOf(goal, [from, at]) };
  return { recipient, next: at };
}

function isNamePart(goal: Goal, at: number): boolean {
  const token = goal.tokens[at];
  return token?.kind === 'word' && !NOT_NAMES.has(token.lower) && /\p{L}/u.test(token.text);
}
