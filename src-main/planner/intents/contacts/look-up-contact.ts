import { saidIn } from '#contract/language/said-in.ts';
import type { Goal } from '#main/planner/goals/goal.ts';
import { wordsOf } from '#main/planner/goals/goal.ts';
import { homeOf, isAboutSomebody, isPerson, whoIsMeant } from '#main/planner/intents/contacts/called.ts';
import type { Intent, Reading } from '#main/planner/intents/intent.ts';
import type { Setting } from '#main/planner/intents/setting.ts';
import { stepId } from '#main/planner/intents/step-id.ts';
import { loadPhrases } from '#main/planner/text/load-phrases.ts';
import { matchAny } from '#main/planner/text/phrase.ts';
import { sentence } from '#main/planner/text/sentence.ts';
import { bare, shortened } from '#main/planner/text/wording.ts';
import pack from '#resources/packs/everyday/intents/contacts.json' with { type: 'json' };

const spoken = saidIn(pack.says);

const FIND = loadPhrases(pack.find, 'who');
const CALL = loadPhrases(pack.call, 'who');
const LIST = loadPhrases(pack.list);
const says = sentence(spoken.find, 'who');
const goalSays = sentence(spoken.goalFind, 'who');
const LITTLE = /^(?:my|the|our)\s+|['’]s?$/giu;

/** “What’s Ana’s number?”, “find Ana in my contacts”. */
export const findContact: Intent = {
  name: 'contact.find',
  actions: ['contacts.find-contact'],
  read(goal, setting) {
    const span = matchAny(FIND, goal.tokens, goal.head)?.spans.who;
    const name = span && bare(wordsOf(goal, span)).replaceAll(LITTLE, '');
    if (!name || !isAboutSomebody(goal, setting, name)) return null;
    return lookUp(goal, setting, name);
  },
};

/** “Call mum” is answered with the number, where there is one. */
export const callContact: Intent = {
  name: 'contact.call',
  actions: ['contacts.find-contact'],
  read(goal, setting) {
    const match = matchAny(CALL, goal.tokens, goal.head);
    const span = match?.spans.who;
    if (!match || !span || match.end < goal.tokens.length || goal.times.length > 0) return null;
    const name = bare(wordsOf(goal, span)).replaceAll(LITTLE, '');
    const who = whoIsMeant(goal, setting, name);
    if (!isPerson(who)) return who.kind === 'ask' ? who : null;
    if (who.phones.length === 0) return null;
    const reading = lookUp(goal, setting, name);
    const leftOut = [{ text: shortened(goal.about), reason: 'planned', says: spoken.noCalls }] as const;
    return reading.kind === 'steps' ? { ...reading, leftOut } : reading;
  },
};

/** “Show my contacts”. */
export const listContacts: Intent = {
  name: 'contact.list',
  actions: ['contacts.list-contacts'],
  read(goal, setting) {
    if (matchAny(LIST, goal.tokens, goal.head) === null) return null;
    const action = `${homeOf(setting)}.list-contacts`;
    const step = { id: stepId(goal, 'list', 'contacts'), says: spoken.list, action, args: {}, dependsOn: [] };
    return { kind: 'steps', steps: [step], goal: spoken.list.toLowerCase() };
  },
};

function lookUp(goal: Goal, setting: Setting, name: string): Reading {
  const who = whoIsMeant(goal, setting, name);
  if (!isPerson(who)) return who;
  const shown = shortened(who.name || name, 60);
  const step = {
    id: stepId(goal, 'find', shown),
    says: says({ who: shown }),
    action: `${who.provider}.find-contact`,
    args: { query: who.name || (who.emails[0] ?? name) },
    dependsOn: [],
    origins: { '/query': ['contact'] as const },
  };
  return { kind: 'steps', steps: [step], goal: goalSays({ who: shown }) };
}
