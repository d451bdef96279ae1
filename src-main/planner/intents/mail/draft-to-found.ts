import type { ActionName } from '#contract/model/action-name.ts';
import type { JsonObject } from '#contract/model/json.ts';
import type { Goal } from '#main/planner/goals/goal.ts';
import type { Intent, Reading, StepDraft } from '#main/planner/intents/intent.ts';
import { composeMessage, subjectOf } from '#main/planner/intents/mail/compose-message.ts';
import { namedThing } from '#main/planner/intents/named-thing.ts';
import type { Setting } from '#main/planner/intents/setting.ts';
import { stepId } from '#main/planner/intents/step-id.ts';
import { loadPhrases } from '#main/planner/text/load-phrases.ts';
import { matchAny, type PhraseMatch } from '#main/planner/text/phrase.ts';
import { sentence } from '#main/planner/text/sentence.ts';
import { shortened } from '#main/planner/text/wording.ts';
import copy from '#resources/packs/everyday/copy.json' with { type: 'json' };
import pack from '#resources/packs/everyday/intents/mail.json' with { type: 'json' };

const ACTION = 'drafts.write';
const words = copy.mail.draftToFound;
const reads = sentence(words.reads, 'what');
const says = sentence(words.says, 'what', 'body');
const goalSays = sentence(words.goal, 'what');

/** Where the address stands: how the thing is asked for, looked for, and where its text is in what was found. */
const PLACES = [
  {
    asks: loadPhrases(pack.draftToFound.event, 'what', 'text'),
    find: 'calendar.find-event' as ActionName,
    says: sentence(copy.calendar.findStep, 'what'),
    text: '/event/notes',
    hasZone: true,
  },
  {
    asks: loadPhrases(pack.draftToFound.note, 'what', 'text'),
    find: 'documents.find-note' as ActionName,
    says: sentence(copy.notes.find.says, 'what'),
    text: '/note/body',
    hasZone: false,
  },
];
type Place = (typeof PLACES)[number];

/**
 * “Draft an email to the address in the event Team lunch that I can't come”. What the letter says is decided now; whom
 * it goes to is read when the plan runs, by the step that can only answer with an address.
 */
export const draftToFound: Intent = {
  name: 'mail.draft-to-found',
  actions: [ACTION, 'reading.pick-out', ...PLACES.map(({ find }) => find)],
  read(goal, setting) {
    for (const place of PLACES) {
      const match = matchAny(place.asks, goal.tokens, goal.head);
      if (match !== null) return plan(goal, setting, place, match);
    }
    return null;
  },
};

function plan(goal: Goal, setting: Setting, place: Place, match: PhraseMatch): Reading | null {
  const what = namedThing(goal, setting, match.spans['what']);
  const [from, to] = match.spans['text'] ?? [0, 0];
  const { text, subject } = composeMessage(goal, from, to);
  if (what === null || text === null) return null;
  const zone: JsonObject = place.hasZone ? { timeZone: setting.view.timeZone } : {};
  const find: StepDraft = {
    id: stepId(goal, 'find', what),
    says: place.says({ what }),
    action: place.find,
    args: { query: what, ...zone },
    dependsOn: [],
  };
  const pick: StepDraft = {
    id: stepId(goal, 'read', what),
    says: reads({ what }),
    action: 'reading.pick-out',
    args: { text: { from: find.id, path: place.text }, wanted: { address: 'address' } },
    dependsOn: [find.id],
  };
  const draft: StepDraft = {
    id: stepId(goal, 'draft', what),
    says: says({ what: shortened(what, 100), body: shortened(text, 200) }),
    action: ACTION,
    args: {
      to: [{ from: pick.id, path: '/values/address/value' }],
      subject: subject || subjectOf(text) || copy.mail.draft.subject,
      body: `${copy.mail.draft.greetingAlone}\n\n${text}\n`,
    },
    dependsOn: [pick.id],
  };
  return { kind: 'steps', steps: [find, pick, draft], goal: goalSays({ what: shortened(what, 60) }) };
}
