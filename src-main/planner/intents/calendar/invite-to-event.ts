import { sayAll } from '#contract/language/intl.ts';
import { saidIn } from '#contract/language/said-in.ts';
import { createEvent } from '#main/planner/intents/calendar/create-event.ts';
import type { Intent } from '#main/planner/intents/intent.ts';
import { readRecipients } from '#main/planner/intents/mail/recipients.ts';
import { type Addressee, settleRecipients } from '#main/planner/intents/mail/settle-recipients.ts';
import { loadPhrases } from '#main/planner/text/load-phrases.ts';
import { matchAny } from '#main/planner/text/phrase.ts';
import { sentence } from '#main/planner/text/sentence.ts';
import { shortened } from '#main/planner/text/wording.ts';
import pack from '#resources/packs/everyday/intents/calendar.json' with { type: 'json' };

const INVITES = loadPhrases(pack.invites, 'who');
const invited = sentence(saidIn(pack.invited), 'who');

/** “Invite Ana to lunch on Friday at 1” is an event with her in it; without a time it is a letter. */
export const inviteToEvent: Intent = {
  name: 'calendar.invite',
  actions: ['calendar.create-event'],
  read(goal, setting) {
    const match = matchAny(INVITES, goal.tokens, goal.head);
    const who = match?.spans.who;
    if (!match || !who || !goal.times.some(({ from }) => from >= match.end)) return null;
    const event = createEvent.read({ ...goal, head: match.end }, setting);
    if (event === null || event.kind === 'cannot') return null;
    const { recipients, next } = readRecipients(goal, who[0], setting, (at) => at >= who[1]);
    if (next < who[1]) return null;
    const settled = settleRecipients(goal, setting, recipients);
    if (!isSettled(settled)) return settled;
    if (event.kind === 'ask') return event;
    const named = sayAll(settled.map(({ name, email, isSaved }) => (isSaved ? (name ?? email) : email)));
    const [step, ...others] = event.steps;
    if (step === undefined) return null;
    const says = `${step.says} ${invited({ who: shortened(named, 100) })}`;
    const origins = Object.fromEntries(
      settled.flatMap(({ isSaved }, index) => (isSaved ? [[`/invite/${index}`, ['contact'] as const]] : [])),
    );
    const args = { ...(step.args as object), invite: settled.map(({ email }) => email) };
    const goalSays = `${event.goal} ${invited({ who: shortened(named, 60) })}`;
    return { ...event, goal: goalSays, steps: [{ ...step, says, args, origins }, ...others] };
  },
};

const isSettled = (value: ReturnType<typeof settleRecipients>): value is readonly Addressee[] => Array.isArray(value);
