import { type Goal, restOf, wordsOf } from '#main/planner/goals/goal.ts';
import type { Intent, Reading } from '#main/planner/intents/intent.ts';
import { addressIn, isHypothetical, kindOf, topicOf } from '#main/planner/intents/memory/read-fact.ts';
import type { Fact, Setting } from '#main/planner/intents/setting.ts';
import { stepId } from '#main/planner/intents/step-id.ts';
import { copy } from '#main/planner/text/copy.ts';
import { loadPhrases } from '#main/planner/text/load-phrases.ts';
import { matchAny } from '#main/planner/text/phrase.ts';
import { sentence } from '#main/planner/text/sentence.ts';
import { bare, capitalised, shortened } from '#main/planner/text/wording.ts';
import pack from '#resources/packs/everyday/intents/memory.json' with { type: 'json' };

const words = copy.memory;
const says = sentence(words.remember.says, 'what');
const goalSays = sentence(words.remember.goal, 'what');
const saysInstead = sentence(words.correct.says, 'what');
const REMEMBERS = loadPhrases(pack.remember, 'what');
const CORRECTS = loadPhrases(pack.correct, 'what');
const KEEPS_FIRST = new Set(pack.keepsFirstWord);
const STATEMENT = new RegExp(pack.statement, 'iu');
const NOT_STATED = new RegExp(pack.notStated, 'iu');

/** “Remember that I'm vegetarian”, “keep in mind: Ana's email is ana@example.com”. */
export const rememberFact: Intent = {
  name: 'memory.remember',
  actions: ['memory.remember', 'memory.correct'],
  read(goal, setting) {
    const match = matchAny(REMEMBERS, goal.tokens, goal.head);
    if (match?.spans.what === undefined) return null;
    const [from] = match.spans.what;
    const keeps = KEEPS_FIRST.has(goal.tokens[from - 1]?.lower ?? '');
    return keep(goal, setting, wordsOf(goal, restOf(goal, keeps ? from - 1 : from)));
  },
};

/** “My daughter's school is the Escola da Ponte”, “no, I moved to Lyon”: said without asking to remember it. */
export const statedFact: Intent = {
  name: 'memory.state',
  actions: ['memory.remember', 'memory.correct'],
  read(goal, setting) {
    const correction = matchAny(CORRECTS, goal.tokens, goal.head);
    const from = correction?.spans.what?.[0] ?? goal.head;
    const keeps = correction !== null && /^(?:i|i'm|i've|my|we)$/.test(goal.tokens[from - 1]?.lower ?? '');
    const text = bare(wordsOf(goal, restOf(goal, keeps ? from - 1 : from)));
    const stated = text.replaceAll(/[‘’ʼ]/g, "'");
    if (NOT_STATED.test(stated) || saysWhen(goal) || !STATEMENT.test(stated)) return null;
    return keep(goal, setting, text);
  },
};

/** “My meeting is on Friday” is about a time; the “now” of “I live in Lyon now” is none. */
const saysWhen = (goal: Goal): boolean =>
  goal.times.some(({ from, to }) => wordsOf(goal, [from, to]).toLowerCase() !== 'now');

function keep(goal: Goal, setting: Setting, said: string): Reading {
  const text = capitalised(bare(said));
  if (isHypothetical(goal.about)) return told(words.hypothetical);
  if (text === '' || [...text].length > 1000) return told(words.tooLong);
  return addressIn(text) === null ? keepFact(goal, setting, text) : keepAddress(goal, setting, text);
}

function keepFact(goal: Goal, setting: Setting, text: string): Reading {
  const topic = topicOf(text);
  const former = topic === null ? undefined : setting.facts.findLast((fact) => topicOf(fact.text) === topic);
  if (setting.facts.some((fact) => isSame(fact, text))) return told(words.already);
  return plan(goal, former?.id ?? null, { kind: kindOf(text), text });
}

/** “My landlord's email is …” stays a fact of the person's life; with a name it is somebody. */
function keepAddress(goal: Goal, setting: Setting, text: string): Reading {
  const { name, email } = addressIn(text) ?? { name: '', email: '' };
  if (/^(?:my|our|the)\s/i.test(name)) return keepFact(goal, setting, text);
  const known = setting.people.find(
    (one) => one.names === undefined && one.id !== undefined && one.name.toLowerCase() === name.toLowerCase(),
  );
  if (known?.email.toLowerCase() === email.toLowerCase()) return told(words.already);
  return plan(goal, known?.id ?? null, { kind: 'person', text: shortened(known?.name ?? name, 200), email });
}

type Said = { readonly kind: string; readonly text: string; readonly email?: string };

function plan(goal: Goal, corrects: string | null, said: Said): Reading {
  const what = shortened(said.email === undefined ? said.text : `${said.text}, ${said.email}`, 200);
  const step = {
    id: stepId(goal, 'remember', said.text),
    says: corrects === null ? says({ what }) : saysInstead({ what }),
    action: corrects === null ? 'memory.remember' : 'memory.correct',
    args: corrects === null ? { ...said } : { id: corrects, ...said },
    dependsOn: [],
  } as const;
  return { kind: 'steps', steps: [step], goal: goalSays({ what: shortened(what, 60) }) };
}

const isSame = (fact: Fact, text: string): boolean => comparable(fact.text) === comparable(text);
const comparable = (text: string): string =>
  text
    .toLowerCase()
    .replaceAll(/[.!\s]+/g, ' ')
    .trim();

const told = (text: string): Reading => ({
  kind: 'cannot',
  answer: { reason: 'conversation', says: text, examples: [] },
});
