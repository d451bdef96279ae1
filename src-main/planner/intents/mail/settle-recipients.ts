import type { Goal } from '#main/planner/goals/goal.ts';
import { type WaysSaid, waysIn } from '#main/planner/intents/contacts/ways-said.ts';
import type { Reading } from '#main/planner/intents/intent.ts';
import { address, addressee, peopleCalled, type Recipient } from '#main/planner/intents/mail/recipients.ts';
import type { Setting } from '#main/planner/intents/setting.ts';
import { answersTo, ask } from '#main/planner/questions/ask.ts';
import { copy } from '#main/planner/text/copy.ts';
import { findPhrase } from '#main/planner/text/find-phrase.ts';
import { loadPhrases } from '#main/planner/text/load-phrases.ts';
import { sentence } from '#main/planner/text/sentence.ts';
import { tokenise } from '#main/planner/text/tokenise.ts';
import { bare, shortened } from '#main/planner/text/wording.ts';
import contactsPack from '#resources/packs/everyday/intents/contacts.json' with { type: 'json' };

const words = copy.mail.draft;
const asksRecipient = sentence(words.asksRecipient, 'name');
const asksWhich = sentence(words.asksWhich, 'name');
const asksWhichAddress = sentence(words.asksWhichAddress, 'name');

export type Addressee = Extract<Recipient, { kind: 'address' }>;

const SAVES = loadPhrases(contactsPack.saves);

/** Whom the person wants kept: asked for an address that nobody is saved under, they said “… and save it”. */
export function toBeSaved(goal: Goal, setting: Setting, recipients: readonly Recipient[]): readonly WaysSaid[] {
  const answer = answersTo(goal, setting, 'recipient').at(-1) ?? '';
  const [open, ...others] = recipients.filter(({ kind }) => kind === 'unknown');
  const { emails } = waysIn(answer);
  const isWanted = findPhrase(SAVES, tokenise(answer), 0, tokenise(answer).length) !== null;
  if (open?.kind !== 'unknown' || others.length > 0 || emails.length !== 1 || !isWanted) return [];
  return [{ name: shortened(open.name, 200), emails, phones: [] }];
}

/** Everyone's address, from memory, the sentence or an answer; else the question for the first that is missing. */
export function settleRecipients(
  goal: Goal,
  setting: Setting,
  recipients: readonly Recipient[],
): readonly Addressee[] | Reading {
  const open = recipients.find(({ kind }) => kind !== 'address');
  if (open === undefined && recipients.length > 0) return recipients.filter(isAddressee);
  const answered = addresseesIn(answersTo(goal, setting, 'recipient').at(-1) ?? '', setting);
  const settled = [...recipients.filter(isAddressee), ...answered];
  const missing = recipients.length - recipients.filter(isAddressee).length;
  if (answered.length > 0 && answered.length >= Math.min(1, missing)) return settled;
  return question(goal, setting, open);
}

const isAddressee = (recipient: Recipient): recipient is Addressee => recipient.kind === 'address';

function question(goal: Goal, setting: Setting, open: Recipient | undefined): Reading {
  if (open === undefined) return ask(goal, setting, 'recipient', words.asksRecipientAlone);
  if (open.kind === 'several') {
    const choices = open.people.map(({ name, email }) => `${name}, ${email}`);
    const names = new Set(open.people.map((person) => person.name));
    const [name = ''] = names;
    const says = names.size === 1 ? asksWhichAddress({ name }) : asksWhich({ name: shortened(open.name, 60) });
    return ask(goal, setting, 'recipient', says, choices);
  }
  const name = open.kind === 'unknown' ? shortened(open.name, 60) : '';
  return ask(goal, setting, 'recipient', asksRecipient({ name }));
}

/** The addresses in an answer, or the one person in memory that it names. */
function addresseesIn(answer: string, setting: Setting): readonly Addressee[] {
  const emails = tokenise(answer).filter(({ kind }) => kind === 'email');
  if (emails.length > 0) return emails.map(({ text }) => address(text, setting)).filter(isAddressee);
  const people = peopleCalled(bare(answer), setting);
  return people.length === 1 ? people.map(addressee) : [];
}
