import { saidIn } from '#contract/language/said-in.ts';
import { type Goal, wordsOf } from '#main/planner/goals/goal.ts';
import { oneStep } from '#main/planner/intents/find-then-act.ts';
import type { Intent, Reading } from '#main/planner/intents/intent.ts';
import { composeMessage, finished, GREETS, type Message } from '#main/planner/intents/mail/compose-message.ts';
import type { Setting } from '#main/planner/intents/setting.ts';
import { answersTo, ask } from '#main/planner/questions/ask.ts';
import { findPhrase } from '#main/planner/text/find-phrase.ts';
import { loadPhrases } from '#main/planner/text/load-phrases.ts';
import { matchAny, type Phrase, type PhraseMatch } from '#main/planner/text/phrase.ts';
import { sentence } from '#main/planner/text/sentence.ts';
import { bare, shortened } from '#main/planner/text/wording.ts';
import pack from '#resources/packs/everyday/intents/texts.json' with { type: 'json' };

const ACTION = 'documents.write-note';
const LONGEST_TITLE = 60;
const OPENS = loadPhrases(pack.opens);
const TO = loadPhrases(pack.to);
const FOR = loadPhrases(pack.for);
const PURPOSES = loadPhrases(pack.purposes);
const ABOUTS = loadPhrases(pack.abouts);
const STATEMENTS = loadPhrases(pack.statements);
/** Where what it is about, or what it says, may begin. */
const MESSAGE_STARTS = [...PURPOSES, ...STATEMENTS, ...loadPhrases(pack.topics)];
/** Of a name that begins or ends like this nobody knows who opens the letter. */
const ORGANISATION = { begin: new Set(pack.organisations.begin), end: new Set(pack.organisations.end) };
/** How a letter itself is put stays English, as the sentence that asks for it is. */
const words = saidIn(pack.says);
const says = {
  step: sentence(words.step, 'title'),
  goal: sentence(words.goal, 'title'),
  asks: sentence(words.asks, 'title'),
  to: sentence(words.to, 'kind', 'whom'),
  for: sentence(words.for, 'kind', 'what'),
  about: sentence(words.about, 'kind', 'topic'),
  dear: sentence(words.dear, 'name'),
};

type Kind = {
  readonly title: string;
  /** `letter`: with a greeting and an end. `post`: others publish it, so the person does that themselves. */
  readonly form: 'letter' | 'text' | 'post';
  /** Whether its name says nothing of what it is about: “a letter” does not, “a letter of complaint” does. */
  readonly aboutNothing: boolean;
  readonly names: readonly Phrase[];
  /** “a letter to thank her” is a letter of thanks. */
  readonly purposes: readonly Phrase[];
  /** What it says in every case, as an answer that is ready to be taken: it claims nothing but what was said. */
  readonly ready: string | null;
};

const KINDS: readonly Kind[] = pack.kinds.map((kind) => ({
  title: kind.title,
  form: kind.form as Kind['form'],
  aboutNothing: 'aboutNothing' in kind,
  names: loadPhrases(kind.names),
  purposes: loadPhrases(kind.purposes ?? []),
  ready: kind.ready ?? null,
}));

/** “Write a letter to my landlord that the heating is broken”, “draft a LinkedIn post about our bake sale”. */
export const writeText: Intent = {
  name: 'text.create',
  actions: [ACTION],
  read(goal, setting) {
    const asked = readAsked(goal);
    if (asked === null) return null;
    const { kind, message } = asked;
    const slot = kind.aboutNothing && message.subject === null && !asked.hasPurpose ? 'words' : 'text';
    const answered = [...answersTo(goal, setting, 'text'), ...answersTo(goal, setting, 'words')]
      .filter((answer) => answer.trim() !== '')
      .at(-1);
    const text = message.text ?? (answered === undefined ? null : finished(answered));
    if (text === null || text === '') {
      return ask(goal, setting, slot, says.asks({ title: titleOf(asked) }), readyAnswers(asked));
    }
    return planned(goal, setting, asked, text);
  },
};

type Asked = {
  readonly kind: Kind;
  readonly whom: string | null;
  readonly what: string | null;
  readonly message: Message;
  /** “to complain about the noise”: what it is for, without what it says. */
  readonly hasPurpose: boolean;
  /** What it is about, as it was said. */
  readonly about: string | null;
};

function readAsked(goal: Goal): Asked | null {
  const { tokens } = goal;
  const opening = matchAny(OPENS, tokens, goal.head);
  if (opening === null) return null;
  const found = findKind(goal, opening.end);
  if (found === null) return null;
  const { named } = found;
  const to = readPart(goal, TO, named.end);
  const forWhat = readPart(goal, FOR, to?.end ?? named.end);
  const from = forWhat?.end ?? to?.end ?? named.end;
  // What follows is neither for whom nor about what, so the sentence is about something else.
  if (from < tokens.length && matchAny(MESSAGE_STARTS, tokens, from) === null && !/^[.,;–—-]$/.test(wordOf(goal, from)))
    return null;
  const purpose = matchAny(PURPOSES, tokens, from);
  const kind = kindByPurpose(goal, found.kind, from);
  const about = findPhrase(ABOUTS, tokens, from, tokens.length);
  return {
    kind,
    whom: to?.said ?? null,
    what: forWhat?.said ?? null,
    message: purpose === null ? readMessage(goal, kind, from) : nothingSaid,
    hasPurpose: purpose !== null || forWhat !== null,
    about: about === null ? (forWhat?.said ?? null) : bare(wordsOf(goal, [about[1], tokens.length])),
  };
}

const kindByPurpose = ({ tokens }: Goal, kind: Kind, at: number): Kind =>
  kind.form === 'letter' && kind.aboutNothing
    ? (KINDS.find(({ purposes }) => matchAny(purposes, tokens, at) !== null) ?? kind)
    : kind;

function readyAnswers({ kind: { ready }, about }: Asked): readonly string[] {
  if (ready === null || (ready.includes('{about}') && !about)) return [];
  return [ready.replace('{about}', () => about ?? '')];
}

function findKind({ tokens }: Goal, at: number): { kind: Kind; named: PhraseMatch } | null {
  for (const kind of KINDS) {
    const named = matchAny(kind.names, tokens, at);
    if (named !== null) return { kind, named };
  }
  return null;
}

const nothingSaid: Message = { subject: null, text: null };

const wordOf = (goal: Goal, at: number): string => goal.tokens[at]?.text ?? '';

/** The words from “to” or “for” up to where the text or its topic begins. */
function readPart(goal: Goal, opens: readonly Phrase[], at: number): { said: string; end: number } | null {
  const { tokens } = goal;
  const opened = matchAny(PURPOSES, tokens, at) === null ? matchAny(opens, tokens, at) : null;
  if (opened === null) return null;
  let end = opened.end;
  while (end < tokens.length && !endsPart(goal, end)) end += 1;
  const said = bare(wordsOf(goal, [opened.end, end]));
  return said === '' ? null : { said, end };
}

const endsPart = (goal: Goal, at: number): boolean =>
  [MESSAGE_STARTS, FOR].some((phrases) => matchAny(phrases, goal.tokens, at) !== null) ||
  /^[.;,–—]$/.test(wordOf(goal, at));

/** A letter speaks to somebody; of a post the words stay as they were said. */
function readMessage(goal: Goal, { form }: Kind, from: number): Message {
  const statement = form === 'letter' ? null : matchAny(STATEMENTS, goal.tokens, from);
  if (statement === null) return composeMessage(goal, from);
  const text = finished(wordsOf(goal, [statement.end, goal.tokens.length]));
  return { subject: null, text: text === '' ? null : text };
}

function planned(goal: Goal, setting: Setting, asked: Asked, text: string): Reading {
  const { kind } = asked;
  const title = shortened(titleOf(asked), LONGEST_TITLE);
  const body = kind.form === 'letter' && !GREETS.test(text) ? letterOf(setting, asked, text) : text;
  const step = { says: says.step({ title }), action: ACTION, args: { title, body } } as const;
  const reading = oneStep(goal, 'write', title, step, says.goal({ title }));
  if (kind.form !== 'post' || reading.kind !== 'steps') return reading;
  return {
    ...reading,
    leftOut: [{ text: shortened(goal.about), reason: 'planned', says: words.notPublished }],
  };
}

function titleOf({ kind: { title: kind }, whom, what, message: { subject } }: Asked): string {
  const named = whom === null ? kind : says.to({ kind, whom });
  const meant = what === null ? named : says.for({ kind: named, what });
  return subject === null || whom !== null ? meant : says.about({ kind: meant, topic: subject });
}

/** The day, a greeting, the text and an end; the name under it is the person's to write. */
function letterOf({ view: { now, timeZone, locale } }: Setting, { whom, message }: Asked, text: string): string {
  const day = new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone }).format(new Date(now));
  const subject = message.subject === null ? [] : [message.subject];
  return [day, ...subject, greetingTo(whom), text, words.closing].join('\n\n');
}

/** “my landlord” is “Dear landlord”, Ana is “Dear Ana”; an office has nobody's name. */
function greetingTo(whom: string | null): string {
  const said = (whom ?? '').toLowerCase().split(' ');
  const isNobody = ORGANISATION.begin.has(said[0] ?? '') || ORGANISATION.end.has(said.at(-1) ?? '');
  if (whom === null || isNobody || whom.includes('@')) return words.dearAnybody;
  return says.dear({ name: whom.replace(/^(?:my|an?) /i, '') });
}
