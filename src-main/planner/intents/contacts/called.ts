import { saidIn } from '#contract/language/said-in.ts';
import type { SavedPerson } from '#contract/model/saved-person.ts';
import type { Goal } from '#main/planner/goals/goal.ts';
import type { Reading } from '#main/planner/intents/intent.ts';
import { comparable } from '#main/planner/intents/mail/recipients.ts';
import type { Setting } from '#main/planner/intents/setting.ts';
import { answersTo, ask } from '#main/planner/questions/ask.ts';
import { sentence } from '#main/planner/text/sentence.ts';
import { bare, shortened } from '#main/planner/text/wording.ts';
import pack from '#resources/packs/everyday/intents/contacts.json' with { type: 'json' };

const spoken = saidIn(pack.says);

const asksWhich = sentence(spoken.asksWhich, 'who');
const nobody = sentence(spoken.nobody, 'who');
const nobodyExample = sentence(pack.says.nobodyExample, 'who');

/** Where new contacts go, and where is looked for those that no name in the plan stands for yet. */
export const homeOf = ({ actions }: Setting): string => (actions.has('carddav.add-contact') ? 'carddav' : 'contacts');

/** Everybody in the contacts who goes by a name: by the whole of it first, else by a part. */
export function contactsCalled(name: string, { contacts }: Setting): readonly SavedPerson[] {
  const wanted = comparable(name);
  if (wanted === '') return [];
  const namesOf = (person: SavedPerson) => [person.name, ...person.nicknames].map(comparable);
  const whole = contacts.filter((person) => namesOf(person).includes(wanted));
  const found =
    whole.length > 0
      ? whole
      : contacts.filter((person) => namesOf(person).some((each) => each.split(' ').includes(wanted)));
  // On this computer and in an account, the same person is one.
  return found.filter((person, index) => found.findIndex((other) => isSame(other, person)) === index);
}

const isSame = (one: SavedPerson, other: SavedPerson): boolean =>
  one === other ||
  (one.provider !== other.provider &&
    comparable(one.name) === comparable(other.name) &&
    one.emails.some((email) => other.emails.includes(email)));

/** The one who is meant, one short question with all of them, or an honest answer. */
export function whoIsMeant(goal: Goal, setting: Setting, name: string): SavedPerson | Reading {
  const found = contactsCalled(name, setting);
  const answered = bare(answersTo(goal, setting, 'who').at(-1) ?? '');
  const chosen = found.filter(
    (person) => choiceOf(person) === answered || comparable(person.name) === comparable(answered),
  );
  const [only, ...others] = chosen.length > 0 ? chosen : found;
  const who = shortened(name, 60);
  if (only === undefined) {
    return {
      kind: 'cannot',
      answer: { reason: 'not-understood', says: nobody({ who }), examples: [nobodyExample({ who })] },
    };
  }
  if (others.length > 0) return ask(goal, setting, 'who', asksWhich({ who }), found.map(choiceOf));
  return only;
}

/** Where nobody fits, “the number of days in March” is about something else: only a name, or the contacts themselves, is not. */
export const isAboutSomebody = (goal: Goal, setting: Setting, name: string): boolean =>
  contactsCalled(name, setting).length > 0 ||
  /^\p{Lu}/u.test(name) ||
  goal.tokens.some(({ lower }) => lower === 'contacts');

const choiceOf = ({ name, emails, phones }: SavedPerson): string =>
  [name, emails[0] ?? phones[0]].filter((part) => part).join(', ');

export const isPerson = (value: SavedPerson | Reading): value is SavedPerson => !('kind' in value);
