import { sayAll } from '#contract/language/intl.ts';
import { saidIn } from '#contract/language/said-in.ts';
import { t } from '#contract/language/t.ts';
import type { JsonObject } from '#contract/model/json.ts';
import type { LeftOut } from '#contract/model/plan.ts';
import { mergeProvenance, type Provenance } from '#contract/model/provenance.ts';
import { type Goal, wordAt } from '#main/planner/goals/goal.ts';
import { addingStep } from '#main/planner/intents/contacts/keep-contact.ts';
import type { Intent, Reading } from '#main/planner/intents/intent.ts';
import { asEmail, withoutAttached } from '#main/planner/intents/mail/attached.ts';
import {
  composeMessage,
  finished,
  GREETS,
  type Message,
  subjectOf,
} from '#main/planner/intents/mail/compose-message.ts';
import { greetingName } from '#main/planner/intents/mail/greeting-name.ts';
import { findMailOpening, type MailOpening } from '#main/planner/intents/mail/mail-opening.ts';
import { findMailParts, isAboutOtherThings, isLikely } from '#main/planner/intents/mail/mail-parts.ts';
import { sendMessage } from '#main/planner/intents/mail/send-message.ts';
import { type Addressee, settleRecipients, toBeSaved } from '#main/planner/intents/mail/settle-recipients.ts';
import type { Setting } from '#main/planner/intents/setting.ts';
import { stepId } from '#main/planner/intents/step-id.ts';
import { answersTo, ask } from '#main/planner/questions/ask.ts';
import { copy } from '#main/planner/text/copy.ts';
import { findPhrase } from '#main/planner/text/find-phrase.ts';
import { loadPhrases } from '#main/planner/text/load-phrases.ts';
import { sentence } from '#main/planner/text/sentence.ts';
import { shortened } from '#main/planner/text/wording.ts';
import pack from '#resources/packs/everyday/intents/mail.json' with { type: 'json' };
import vocabulary from '#resources/packs/everyday/vocabulary.json' with { type: 'json' };

const ACTION = 'drafts.write';
const words = copy.mail.draft;
const says = sentence(words.says, 'to', 'body');
const goalSays = sentence(words.goal, 'to');
const greeting = sentence(words.greeting, 'name');
const asksMessage = sentence(words.asksMessage, 'to');
const MOST_NAMED = 3;
const KEEPS_VERB = new Set(pack.draft.keepsVerb);
const LANGUAGES = loadPhrases(pack.draft.languages);
const ONESELF = new Set(vocabulary.oneself);

/** “Draft an email to ana@example.com that I'll be late”, “email Ana about lunch”, “answer Ana that it's fine”. */
export const writeDraft: Intent = {
  name: 'mail.draft',
  actions: [ACTION],
  read(said, setting) {
    const { goal, files } = asEmail(said) ?? withoutAttached(said);
    const opening = findMailOpening(goal);
    if (opening === null) return null;
    if (files.length > 0 && !setting.takesFiles) return { kind: 'cannot', answer: noFilesYet };
    if (ONESELF.has(wordAt(goal, opening.end))) return null;
    const parts = findMailParts(goal, setting, opening);
    if (opening.kind !== 'sure' && !isLikely(goal, opening, parts)) return null;
    if (isAboutOtherThings(goal, opening, parts)) return null;
    if (findPhrase(LANGUAGES, goal.tokens, parts.textFrom, Math.min(parts.textFrom + 2, goal.tokens.length)) !== null)
      return null;
    const settled = settleRecipients(goal, setting, parts.recipients);
    if (!isSettled(settled)) return settled;
    const copies = parts.copies.length === 0 ? [] : settleRecipients(goal, setting, parts.copies);
    if (!isSettled(copies)) return copies;
    const spoken = opening.kind === 'direct' ? withVerb(goal, parts.textFrom) : goal;
    const from = opening.kind === 'direct' ? 0 : parts.textFrom;
    const to = spoken.tokens.length - (goal.tokens.length - parts.textTo);
    const message = composeMessage(spoken, from, to);
    const reading = plan(goal, setting, opening, { to: settled, cc: copies, files }, message);
    const saved = toBeSaved(goal, setting, parts.recipients).map((each) => addingStep(goal, setting, each));
    return reading.kind === 'steps' ? { ...reading, steps: [...reading.steps, ...saved] } : reading;
  },
};

const isSettled = (value: readonly Addressee[] | Reading): value is readonly Addressee[] => Array.isArray(value);

/** “ask Ana for the report” says what “asking for the report” does. */
function withVerb(goal: Goal, textFrom: number): Goal {
  const verb = goal.tokens[goal.head];
  const rest = goal.tokens.slice(textFrom);
  const isPlain = verb === undefined || !KEEPS_VERB.has(verb.lower);
  return { ...goal, tokens: isPlain ? rest : [verb, ...rest], head: 0, times: [] };
}

const noFilesYet = {
  reason: 'refused',
  says: saidIn(pack.attach.notConnected),
  ofPart: saidIn(pack.attach.notConnectedPart),
  examples: [],
} as const;

type Addressees = {
  readonly to: readonly Addressee[];
  readonly cc: readonly Addressee[];
  /** What goes along. */
  readonly files: readonly string[];
};

function plan(
  goal: Goal,
  setting: Setting,
  opening: MailOpening,
  { to, cc, files }: Addressees,
  said: Message,
): Reading {
  const named = namesOf(to);
  const answered = answersTo(goal, setting, 'message')
    .filter((answer) => answer.trim() !== '')
    .at(-1);
  const text = said.text ?? (answered === undefined ? null : finished(answered));
  if (text === null || text === '') return ask(goal, setting, 'message', asksMessage({ to: named }));
  const first = to.length === 1 && to[0] !== undefined ? greetingName(to[0]) : null;
  const hello = first === null ? words.greetingAlone : greeting({ name: first });
  const isGreeted = GREETS.test(text);
  const body = isGreeted ? `${text}\n` : `${hello}\n\n${text}\n`;
  const subject = said.subject || subjectOf(text) || words.subject;
  const copies: JsonObject = cc.length === 0 ? {} : { cc: cc.map(({ email }) => email) };
  const along: JsonObject = files.length === 0 ? {} : { files: [...files] };
  const args = { to: to.map(({ email }) => email), ...copies, subject, body, ...along };
  const { origins } = originsOf({ to, cc }, first !== null);
  const sent = sendMessage(goal, setting, opening, { to, named, inId: idOf(to), text, args, origins: origins ?? {} });
  if (sent !== null) return sent;
  const step = {
    id: stepId(goal, 'draft', idOf(to)),
    says: says({ to: shortened(named, 150), body: shortened(text, 200) }),
    action: ACTION,
    args,
    dependsOn: [],
    ...(origins ? { origins } : {}),
  };
  return {
    kind: 'steps',
    steps: [step],
    goal: goalSays({ to: shortened(named, 60) }),
    leftOut: leftOutOf(goal, opening),
  };
}

const nameOf = ({ name, email, isSaved }: Addressee): string => (isSaved ? (name ?? email) : email);

/** The same in every language. */
const idOf = (to: readonly Addressee[]): string =>
  `to ${new Intl.ListFormat('en-GB').format(to.slice(0, MOST_NAMED).map(nameOf))}`;

function namesOf(to: readonly Addressee[]): string {
  const names = to.map(nameOf);
  const shown =
    names.length > MOST_NAMED ? [...names.slice(0, MOST_NAMED - 1), t`${names.length - MOST_NAMED + 1} others`] : names;
  return sayAll(shown);
}

/** An address from memory, and a greeting made with a name from there, are not the person's own words. */
function originsOf(
  { to, cc }: Omit<Addressees, 'files'>,
  isGreetedByName: boolean,
): { origins?: Record<string, Provenance> } {
  const origins = new Map<string, Provenance>();
  for (const [index, { isSaved, mark }] of to.entries()) if (isSaved) origins.set(`/to/${index}`, [mark ?? 'contact']);
  for (const [index, { isSaved, mark }] of cc.entries()) if (isSaved) origins.set(`/cc/${index}`, [mark ?? 'contact']);
  const [first] = to;
  const greeted = first?.mark ?? (first?.name ? 'contact' : null);
  if (isGreetedByName && greeted !== null) origins.set('/body', mergeProvenance([greeted], ['person']));
  return origins.size === 0 ? {} : { origins: Object.fromEntries(origins) };
}

function leftOutOf(goal: Goal, { sends, replies }: MailOpening): readonly LeftOut[] {
  const text = shortened(goal.about);
  if (replies) return [{ text, reason: 'planned', says: words.noReply }];
  return sends ? [{ text, reason: 'planned', says: words.notSent }] : [];
}
