import type { Goal } from '#main/planner/goals/goal.ts';
import { foundInText, READS, type TEXT_PLACES } from '#main/planner/intents/found-in-text.ts';
import type { Intent, Reading, StepDraft } from '#main/planner/intents/intent.ts';
import { composeMessage, subjectOf } from '#main/planner/intents/mail/compose-message.ts';
import { namedThing } from '#main/planner/intents/named-thing.ts';
import type { Setting } from '#main/planner/intents/setting.ts';
import { stepId } from '#main/planner/intents/step-id.ts';
import { copy } from '#main/planner/text/copy.ts';
import { loadPhrases } from '#main/planner/text/load-phrases.ts';
import { matchAny, type PhraseMatch } from '#main/planner/text/phrase.ts';
import { sentence } from '#main/planner/text/sentence.ts';
import { shortened } from '#main/planner/text/wording.ts';
import pack from '#resources/packs/everyday/intents/mail.json' with { type: 'json' };

const ACTION = 'drafts.write';
const words = copy.mail.draftToFound;
const reads = sentence(words.reads, 'what');
const says = sentence(words.says, 'what', 'body');
const goalSays = sentence(words.goal, 'what');
const ASKS = {
  event: loadPhrases(pack.draftToFound.event, 'what', 'text'),
  note: loadPhrases(pack.draftToFound.note, 'what', 'text'),
};

/**
 * “Draft an email to the address in the event Team lunch that I can't come”. What the letter says is decided now; whom
 * it goes to is read when the plan runs, by the step that can only answer with an address.
 */
export const draftToFound: Intent = {
  name: 'mail.draft-to-found',
  actions: [ACTION, ...READS],
  read(goal, setting) {
    for (const place of ['event', 'note'] as const) {
      const match = matchAny(ASKS[place], goal.tokens, goal.head);
      if (match !== null) return plan(goal, setting, place, match);
    }
    return null;
  },
};

function plan(goal: Goal, setting: Setting, place: keyof typeof TEXT_PLACES, match: PhraseMatch): Reading | null {
  const what = namedThing(goal, setting, match.spans.what);
  const [from, to] = match.spans.text ?? [0, 0];
  const { text, subject } = composeMessage(goal, from, to);
  if (what === null || text === null) return null;
  const found = foundInText(goal, setting, place, what, { kind: 'address', says: reads });
  const draft: StepDraft = {
    id: stepId(goal, 'draft', what),
    says: says({ what: shortened(what, 100), body: shortened(text, 200) }),
    action: ACTION,
    args: {
      to: [found.value],
      subject: subject || subjectOf(text) || copy.mail.draft.subject,
      body: `${copy.mail.draft.greetingAlone}\n\n${text}\n`,
    },
    dependsOn: [found.value.from],
  };
  return { kind: 'steps', steps: [...found.steps, draft], goal: goalSays({ what: shortened(what, 60) }) };
}
