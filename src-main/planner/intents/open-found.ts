import { foundInText, READS } from '#main/planner/intents/found-in-text.ts';
import type { Intent } from '#main/planner/intents/intent.ts';
import { namedThing } from '#main/planner/intents/named-thing.ts';
import { stepId } from '#main/planner/intents/step-id.ts';
import { copy } from '#main/planner/text/copy.ts';
import { loadPhrases } from '#main/planner/text/load-phrases.ts';
import { matchAny } from '#main/planner/text/phrase.ts';
import { sentence } from '#main/planner/text/sentence.ts';
import { shortened } from '#main/planner/text/wording.ts';
import pack from '#resources/packs/everyday/intents/mail.json' with { type: 'json' };

const ACTION = 'web.open-link';
const words = copy.mail.openFound;
const reads = sentence(words.reads, 'what');
const says = sentence(words.says, 'what');
const goalSays = sentence(words.goal, 'what');
const ASKS = {
  event: loadPhrases(pack.openFound.event, 'what'),
  note: loadPhrases(pack.openFound.note, 'what'),
};

/** “Open the link in the event Team lunch”: the address is read when the plan runs, and shown before it is opened. */
export const openFound: Intent = {
  name: 'web.open-found',
  actions: [ACTION, ...READS],
  read(goal, setting) {
    for (const place of ['event', 'note'] as const) {
      const match = matchAny(ASKS[place], goal.tokens, goal.head);
      const what = match === null ? null : namedThing(goal, setting, match.spans.what);
      if (what === null) continue;
      const found = foundInText(goal, setting, place, what, { kind: 'link', says: reads });
      const open = {
        id: stepId(goal, 'open', what),
        says: says({ what: shortened(what, 200) }),
        action: ACTION,
        args: { link: found.value },
        dependsOn: [found.value.from],
      };
      return { kind: 'steps', steps: [...found.steps, open], goal: goalSays({ what: shortened(what, 60) }) };
    }
    return null;
  },
};
