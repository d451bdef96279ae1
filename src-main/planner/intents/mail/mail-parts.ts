import { type Goal, wordAt } from '#main/planner/goals/goal.ts';
import { startsMessage } from '#main/planner/intents/mail/compose-message.ts';
import type { MailOpening } from '#main/planner/intents/mail/mail-opening.ts';
import { address, type Recipient, readPerson, readRecipients } from '#main/planner/intents/mail/recipients.ts';
import type { Setting } from '#main/planner/intents/setting.ts';
import { loadPhrases } from '#main/planner/text/load-phrases.ts';
import { matchAny } from '#main/planner/text/phrase.ts';
import pack from '#resources/packs/everyday/intents/mail.json' with { type: 'json' };

const CC = loadPhrases(pack.draft.cc);

/** Who an email goes to, and which tokens its text is. */
export type MailParts = {
  readonly recipients: readonly Recipient[];
  readonly copies: readonly Recipient[];
  readonly textFrom: number;
  readonly textTo: number;
};

/** The recipients, behind the opening or at the very end, and where the text stands. */
export function findMailParts(goal: Goal, setting: Setting, { end, who }: MailOpening): MailParts {
  const isEnd = (at: number) => startsMessage(goal, at) || goal.times.some(({ from }) => from === at);
  const whole = goal.tokens.length;
  if (who !== null) {
    const named = readRecipients(goal, who[0], setting, (at) => at >= who[1]);
    return { recipients: named.recipients, copies: [], textFrom: end, textTo: whole };
  }
  const { recipients, next } = readRecipients(goal, end, setting, isEnd);
  if (recipients.length > 0) {
    const cc = matchAny(CC, goal.tokens, next);
    const copies = cc === null ? null : readRecipients(goal, cc.end, setting, isEnd);
    const after = copies === null || copies.recipients.length === 0 ? next : copies.next;
    const time = goal.times.find(({ from }) => from === after);
    return { recipients, copies: copies?.recipients ?? [], textFrom: time?.to ?? after, textTo: whole };
  }
  for (let at = whole - 2; at > end; at -= 1) {
    if (wordAt(goal, at) !== 'to') continue;
    const email = goal.tokens[at + 1];
    if (email?.kind === 'email' && at + 2 === whole) {
      return { recipients: [address(email.text, setting)], copies: [], textFrom: end, textTo: at };
    }
    const person = readPerson(goal, at + 1, setting);
    if (person?.next === whole) return { recipients: [person.recipient], copies: [], textFrom: end, textTo: at };
  }
  return { recipients, copies: [], textFrom: end, textTo: whole };
}

/**
 * “tell Ana that …” is an email only to somebody who can be reached, or who is named like a person. “answer Ana”
 * needs no text: what to answer is asked.
 */
export function isLikely(goal: Goal, { kind, end, replies }: MailOpening, parts: MailParts): boolean {
  const { recipients, textFrom } = parts;
  const [first] = recipients;
  if (first === undefined) return false;
  if (kind === 'direct' && wordAt(goal, goal.head) === 'let' && wordAt(goal, textFrom) !== 'know') return false;
  if (first.kind !== 'unknown') return true;
  const isNamed = /^\p{Lu}/u.test(goal.tokens[end]?.text ?? '') && !first.name.includes(' ');
  const asksForText = replies && textFrom === goal.tokens.length;
  return kind === 'direct' && isNamed && (asksForText || startsMessage(goal, textFrom));
}

/** “Respond in English” is about how I talk; “reply” alone, or with a text, is an email. */
export function isAboutOtherThings(goal: Goal, { replies, end }: MailOpening, { recipients }: MailParts): boolean {
  return replies && recipients.length === 0 && end < goal.tokens.length && !startsMessage(goal, end);
}
