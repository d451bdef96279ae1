import { t } from '#contract/language/t.ts';
import type { JsonObject } from '#contract/model/json.ts';
import type { Provenance } from '#contract/model/provenance.ts';
import type { Goal } from '#main/planner/goals/goal.ts';
import type { Reading } from '#main/planner/intents/intent.ts';
import { findThenDo, inboxWords, isMailConnected, type WhichEmail } from '#main/planner/intents/mail/inbox-words.ts';
import type { MailOpening } from '#main/planner/intents/mail/mail-opening.ts';
import type { Addressee } from '#main/planner/intents/mail/settle-recipients.ts';
import type { Setting } from '#main/planner/intents/setting.ts';
import { stepId } from '#main/planner/intents/step-id.ts';
import { sentence } from '#main/planner/text/sentence.ts';
import { shortened } from '#main/planner/text/wording.ts';

const says = sentence(inboxWords.send, 'to', 'body');
const goalSays = sentence(inboxWords.goalSend, 'to');
const answers = sentence(inboxWords.answer, 'to', 'body');
const goalAnswers = sentence(inboxWords.goalAnswer, 'to');
const draftsNew = sentence(inboxWords.draft, 'to', 'body');
const goalDrafts = sentence(inboxWords.goalDraft, 'to');
const drafts = sentence(inboxWords.draftAnswer, 'to', 'body');

/** An email as the person said it, with everybody's address. */
export type SaidEmail = {
  readonly to: readonly Addressee[];
  readonly named: string;
  /** The same in every language, for the id of the step. */
  readonly inId: string;
  readonly text: string;
  readonly args: JsonObject & { readonly body: string };
  readonly origins: Readonly<Record<string, Provenance>>;
};

/** What is to be sent or answered, once mail is connected; null for what stays a draft on this computer. */
export function sendMessage(goal: Goal, setting: Setting, opening: MailOpening, email: SaidEmail): Reading | null {
  if (!isMailConnected(setting)) return null;
  const [only, ...others] = email.to;
  if (opening.replies && only && others.length === 0) return answer(goal, opening, email, only);
  const takesAlong = 'files' in email.args;
  return opening.sends || takesAlong ? send(goal, email, opening.sends) : null;
}

function send(goal: Goal, { named, inId, text, args, origins }: SaidEmail, isSent: boolean): Reading {
  const step = {
    id: stepId(goal, isSent ? 'send' : 'draft', inId),
    says: (isSent ? says : draftsNew)({ to: shortened(named, 150), body: shortened(text, 200) }),
    action: isSent ? 'mail.send' : 'mail.draft',
    args,
    dependsOn: [],
    ...(Object.keys(origins).length === 0 ? {} : { origins }),
  };
  return { kind: 'steps', steps: [step], goal: (isSent ? goalSays : goalDrafts)({ to: shortened(named, 60) }) };
}

/** The newest email from them is what is answered; “write a reply” only drafts one. */
function answer(goal: Goal, { sends }: MailOpening, { named, text, args, origins }: SaidEmail, to: Addressee): Reading {
  const which: WhichEmail = {
    args: { from: to.email },
    which: t` from ${shortened(named, 60)}`,
    what: shortened(named, 60),
    origins: to.isSaved ? { '/from': [to.mark ?? 'contact'] } : {},
  };
  const spoken = { to: shortened(named, 60), body: shortened(text, 200) };
  const act = {
    verb: 'answer',
    action: sends ? 'mail.reply' : 'mail.draft-reply',
    says: sends ? answers(spoken) : drafts(spoken),
    args: { body: args.body, ...(args.files === undefined ? {} : { files: args.files }) },
    ...(origins['/body'] ? { origins: { '/body': origins['/body'] } } : {}),
  };
  return findThenDo(goal, which, act, goalAnswers(spoken));
}
