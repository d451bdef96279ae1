import { saidIn } from '#contract/language/said-in.ts';
import type { JsonObject } from '#contract/model/json.ts';
import type { Provenance } from '#contract/model/provenance.ts';
import type { Goal } from '#main/planner/goals/goal.ts';
import type { Reading, StepDraft } from '#main/planner/intents/intent.ts';
import { peopleCalled } from '#main/planner/intents/mail/recipients.ts';
import { namedThing } from '#main/planner/intents/named-thing.ts';
import type { Setting } from '#main/planner/intents/setting.ts';
import { stepId } from '#main/planner/intents/step-id.ts';
import { loadPhrases } from '#main/planner/text/load-phrases.ts';
import type { Phrase, PhraseMatch } from '#main/planner/text/phrase.ts';
import { matchAny } from '#main/planner/text/phrase.ts';
import { sentence } from '#main/planner/text/sentence.ts';
import pack from '#resources/packs/everyday/intents/inbox.json' with { type: 'json' };

export const inboxWords = saidIn(pack.says);
const saysFrom = sentence(inboxWords.from, 'from');
const saysAbout = sentence(inboxWords.about, 'about');
const typesFrom = sentence(pack.says.from, 'from');
const typesAbout = sentence(pack.says.about, 'about');

/** Which email is meant: whose, and about what. */
export type WhichEmail = {
  readonly args: JsonObject;
  /** ` from Ana about “lunch”`, for the middle of a sentence. */
  readonly which: string;
  /** In short, for the step’s name. */
  readonly what: string;
  readonly origins: Readonly<Record<string, Provenance>>;
};

/** `typed`: which email it is as one types it, for an example. */
type Found = WhichEmail & { readonly typed: string };

type Patterns = Partial<Readonly<Record<'fromAbout' | 'from' | 'about' | 'any', readonly string[]>>>;
type Ways = readonly { readonly phrases: readonly Phrase[] }[];

/** Compiles the ways of naming an email, the more particular first. `others` are gaps that stand in each of them. */
export const loadWays = ({ fromAbout = [], from = [], about = [], any = [] }: Patterns, ...others: string[]): Ways => [
  { phrases: loadPhrases(fromAbout, 'from', 'about', ...others) },
  { phrases: loadPhrases(from, 'from', ...others) },
  { phrases: loadPhrases(about, 'about', ...others) },
  { phrases: loadPhrases(any, ...others) },
];

/** The email that the goal names in one of these ways; null when it is about something else. */
export function findWhich(goal: Goal, setting: Setting, ways: Ways): { which: Found; match: PhraseMatch } | null {
  for (const { phrases } of ways) {
    const match = matchAny(phrases, goal.tokens, goal.head);
    const which = match && whichOf(goal, setting, match);
    if (match && which) return { which, match };
  }
  return null;
}

/** Null where a name that was to stand there is none. */
function whichOf(goal: Goal, setting: Setting, { spans }: PhraseMatch): Found | null {
  const from = spans.from && namedThing(goal, setting, spans.from);
  const about = spans.about && namedThing(goal, setting, spans.about);
  if (from === null || about === null) return null;
  const [person, ...others] = from === undefined ? [] : peopleCalled(from, setting);
  const isSaved = person !== undefined && others.length === 0;
  return {
    args: {
      ...(from === undefined ? {} : { from: isSaved ? person.email : from }),
      ...(about === undefined ? {} : { query: about }),
    },
    which: `${from === undefined ? '' : saysFrom({ from })}${about === undefined ? '' : saysAbout({ about })}`,
    typed: `${from === undefined ? '' : typesFrom({ from })}${about === undefined ? '' : typesAbout({ about })}`,
    what: [from, about].filter((part) => part !== undefined).join(' ') || 'newest',
    origins: isSaved ? { '/from': [person.mark ?? 'contact'] } : {},
  };
}

type Act = {
  readonly verb: string;
  readonly action: string;
  readonly says: string;
  readonly args?: JsonObject;
  readonly origins?: Readonly<Record<string, Provenance>>;
};

/** A step that finds the newest such email, and one that does something with it. */
export function findThenDo(goal: Goal, email: WhichEmail, act: Act, goalSays: string): Reading {
  const { args, which, what, origins } = email;
  const find: StepDraft = {
    id: stepId(goal, 'find', what),
    says: sentence(inboxWords.find, 'which')({ which }),
    action: 'mail.find',
    args,
    dependsOn: [],
    ...(Object.keys(origins).length === 0 ? {} : { origins }),
  };
  const found = { id: { from: find.id, path: '/id' }, folder: { from: find.id, path: '/folder' } };
  const does: StepDraft = {
    id: stepId(goal, act.verb, what),
    says: act.says,
    action: act.action,
    args: { ...found, ...act.args },
    dependsOn: [find.id],
    ...(act.origins ? { origins: act.origins } : {}),
  };
  return { kind: 'steps', steps: [find, does], goal: goalSays };
}

/** Mail is an account: what is asked of it is understood as such once that is connected. */
export const isMailConnected = ({ actions }: Setting): boolean => actions.has('mail.find');
