import { saidIn } from '#contract/language/said-in.ts';
import type { ActionName } from '#contract/model/action-name.ts';
import type { Json, JsonObject } from '#contract/model/json.ts';
import type { Goal } from '#main/planner/goals/goal.ts';
import { wordsOf } from '#main/planner/goals/goal.ts';
import { FILE_NAME, unlessConnected } from '#main/planner/intents/files/file-words.ts';
import { TEXT_PLACES } from '#main/planner/intents/found-in-text.ts';
import type { Intent, Reading, StepDraft } from '#main/planner/intents/intent.ts';
import {
  findThenDo,
  findWhich,
  inboxWords,
  isMailConnected,
  loadWays,
} from '#main/planner/intents/mail/inbox-words.ts';
import { namedThing } from '#main/planner/intents/named-thing.ts';
import { stepId } from '#main/planner/intents/step-id.ts';
import { loadPhrases } from '#main/planner/text/load-phrases.ts';
import { matchAny } from '#main/planner/text/phrase.ts';
import { sentence } from '#main/planner/text/sentence.ts';
import { bare, shortened } from '#main/planner/text/wording.ts';
import pack from '#resources/packs/everyday/intents/texts.json' with { type: 'json' };

const ACTION: ActionName = 'reading.sum-up';
const { sumUp } = pack;
const spoken = saidIn(sumUp.says);
const MAIL = loadWays(sumUp.mail);
const FILE = loadPhrases(sumUp.file, 'what');
const THINGS = { note: loadPhrases(sumUp.note, 'what'), event: loadPhrases(sumUp.event, 'what') };
const saysReadMail = sentence(inboxWords.read, 'which');
const goalMail = sentence(spoken.goalMail, 'which');
const goalThing = sentence(spoken.goalThing, 'what');

/** The last step: it puts in short what the one before found. */
const sumUpStep = (goal: Goal, what: string, text: Json, dependsOn: readonly string[]): StepDraft => ({
  id: stepId(goal, 'sum', what),
  says: spoken.step,
  action: ACTION,
  args: { text },
  dependsOn: [...dependsOn],
});

/** “Summarise the email from Ana”: it is found, read, and put in short. */
const sumUpMail: Intent = {
  name: 'mail.read',
  actions: ['mail.find', 'mail.read', ACTION],
  read(goal, setting) {
    const found = isMailConnected(setting) ? findWhich(goal, setting, MAIL) : null;
    if (found === null) return null;
    const { which } = found;
    const act = { verb: 'read', action: 'mail.read', says: saysReadMail({ which: which.which }) };
    const reading = findThenDo(goal, which, act, goalMail({ which: which.which }));
    const from = reading.kind === 'steps' ? reading.steps.at(-1) : undefined;
    if (reading.kind !== 'steps' || from === undefined) return reading;
    const last = sumUpStep(goal, which.what, { from: from.id, path: '/text' }, [from.id]);
    return { ...reading, steps: [...reading.steps, last] };
  },
};

/** “Sum up my note on Lisbon”, “summarise the meeting Budget”. */
const sumUpThing: Intent = {
  name: 'note.find',
  actions: [ACTION, ...Object.values(TEXT_PLACES).map(({ find }) => find)],
  read(goal, setting) {
    for (const place of ['note', 'event'] as const) {
      const match = matchAny(THINGS[place], goal.tokens, goal.head);
      const what = match === null ? null : namedThing(goal, setting, match.spans.what);
      if (what === null) continue;
      const { find, says, text, hasZone } = TEXT_PLACES[place];
      const zone: JsonObject = hasZone ? { timeZone: setting.view.timeZone } : {};
      return foundThenSummed(goal, what, { says: says({ what }), action: find, args: { query: what, ...zone } }, text);
    }
    return null;
  },
};

/** “Summarise terms.md”. */
const sumUpFile: Intent = {
  name: 'files.read',
  actions: [ACTION],
  read(goal, setting) {
    const match = matchAny(FILE, goal.tokens, goal.head);
    const what = match?.spans.what === undefined ? '' : bare(wordsOf(goal, match.spans.what));
    if (!FILE_NAME.test(what)) return null;
    const read = { says: goalThing({ what: shortened(what) }), action: 'files.read', args: { file: what } } as const;
    return unlessConnected(setting) ?? foundThenSummed(goal, what, read, '/text');
  },
};

function foundThenSummed(
  goal: Goal,
  what: string,
  find: Pick<StepDraft, 'says' | 'action' | 'args'>,
  path: string,
): Reading {
  const id = stepId(goal, 'find', what);
  const last = sumUpStep(goal, what, { from: id, path }, [id]);
  return {
    kind: 'steps',
    steps: [{ id, ...find, dependsOn: [] }, last],
    goal: goalThing({ what: shortened(what, 60) }),
  };
}

/** “Summarise this: …” */
export function sumUpPasted(goal: Goal, text: string): Reading {
  const step = { ...sumUpStep(goal, 'text', text, []), says: spoken.stepPasted };
  return { kind: 'steps', steps: [step], goal: spoken.goalPasted };
}

export const sumUpIntents: readonly Intent[] = [sumUpMail, sumUpThing, sumUpFile];
