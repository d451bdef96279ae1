import { type Goal, wordsOf } from '#main/planner/goals/goal.ts';
import { turnedToYou } from '#main/planner/intents/mail/turn-to-you.ts';
import { loadPhrases } from '#main/planner/text/load-phrases.ts';
import { matchAny } from '#main/planner/text/phrase.ts';
import { sentence } from '#main/planner/text/sentence.ts';
import { tokenise } from '#main/planner/text/tokenise.ts';
import { capitalised, shortened } from '#main/planner/text/wording.ts';
import pack from '#resources/packs/everyday/intents/mail.json' with { type: 'json' };

/** What an email says, before the greeting; null where the person did not say. */
export type Message = { readonly subject: string | null; readonly text: string | null };

const SUBJECTS = loadPhrases(pack.draft.subjects);
const BODIES = loadPhrases(pack.draft.bodies);
const STATEMENTS = loadPhrases(pack.draft.statements);
const ABOUTS = loadPhrases(pack.draft.abouts);
const OPENERS = loadPhrases(pack.draft.openers);
const FORMS = pack.draft.forms.map(({ opens, subject, body, turns }) => ({
  opens: loadPhrases(opens),
  fill: sentence(body, 'text'),
  subject,
  turns,
}));
const LONGEST_SUBJECT = 60;

/** Whether what the email says begins here, so that no name goes on. */
export const startsMessage = (goal: Goal, at: number): boolean =>
  [SUBJECTS, BODIES, STATEMENTS, ABOUTS, ...FORMS.map(({ opens }) => opens)].some(
    (phrases) => matchAny(phrases, goal.tokens, at) !== null,
  ) || goal.tokens[at]?.kind === 'quote';

/** Turns “that I'll be late” or “asking if she can come” into what the person would write. */
export function composeMessage(goal: Goal, first: number, to = goal.tokens.length): Message {
  const from = skipMarks(goal, first, to);
  const titled = matchAny(SUBJECTS, goal.tokens, from, to);
  if (titled !== null) return withSubject(goal, titled.end, to);
  const about = matchAny(ABOUTS, goal.tokens, from, to);
  if (about !== null) return withTopic(goal, about.end, to);
  const body = matchAny(BODIES, goal.tokens, from, to);
  if (body !== null) return { subject: null, text: finished(wordsOf(goal, [body.end, to])) };
  for (const { opens, fill, subject, turns } of FORMS) {
    const match = matchAny(opens, goal.tokens, from, to);
    if (match === null || match.end >= to) continue;
    const text = plain(wordsOf(goal, [match.end, to]));
    const body = capitalised(fill({ text: turns ? turnedToYou(text) : text }));
    return { subject: topic(subject.replace('{text}', text)), text: body };
  }
  const statement = matchAny(STATEMENTS, goal.tokens, from, to);
  const start = statement?.end ?? from;
  const text = unquoted(wordsOf(goal, [start, to]));
  return { subject: null, text: text === '' ? null : finished(turnedToYou(text)) };
}

/** “Draft an email to Ana. Tell her …” */
function skipMarks(goal: Goal, first: number, to: number): number {
  let at = first;
  while (at < to && /^[.,;–—-]$/.test(goal.tokens[at]?.text ?? '')) at += 1;
  return at;
}

/** “with the subject Lunch saying let's meet”: up to where the text begins. */
function withSubject(goal: Goal, from: number, to: number): Message {
  for (let at = from + 1; at < to; at += 1) {
    const body = matchAny([...BODIES, ...STATEMENTS.slice(0, 1)], goal.tokens, at, to);
    if (body === null) continue;
    return { subject: topic(wordsOf(goal, [from, at])), text: composeMessage(goal, at, to).text };
  }
  return { subject: topic(wordsOf(goal, [from, to])), text: null };
}

/** “about lunch, saying let's meet” has a text; “about lunch” alone has none. */
function withTopic(goal: Goal, from: number, to: number): Message {
  for (let at = from + 1; at < to; at += 1) {
    const isText =
      matchAny(BODIES, goal.tokens, at, to) !== null || /^(saying|telling|asking)$/.test(goal.tokens[at]?.lower ?? '');
    if (isText) return { subject: topic(wordsOf(goal, [from, at])), text: composeMessage(goal, at, to).text };
  }
  return { subject: topic(wordsOf(goal, [from, to])), text: null };
}

const topic = (text: string): string => shortened(capitalised(plain(unquoted(text))), LONGEST_SUBJECT);

const plain = (text: string): string => text.replace(/^[\s,:;–-]+|[\s,;:.–-]+$/g, '');

const unquoted = (text: string): string => /^[“"«‘']([^“”"«»]*)[”"»’'][.!?]?$/su.exec(text.trim())?.[1] ?? text.trim();

/** A sentence with a capital letter and an end. */
export function finished(text: string): string {
  const inside = plain(text).replace(/^i\b/, 'I');
  if (inside === '') return '';
  const lines = capitalised(inside);
  if (GREETS.test(lines)) return lines;
  if (/[.!?…]$/.test(text.trim())) return lines.replace(/[.!?…]*$/, '') + (/[.!?…]+$/.exec(text.trim())?.[0] ?? '.');
  return `${lines}${ASKS.test(lines) ? '?' : '.'}`;
}

/** A whole letter, with its own beginning and end. */
export const GREETS = /^(?:hi|hello|hey|dear|good morning|good afternoon|good evening)\b/i;

const ASKS =
  /^(?:can|could|would|will|do|did|does|are|is|what|when|where|who|how|why|shall|should|have|has) (?:you|we|i|it|that|they|he|she|the|my|your|time|about)\b/i;

/** A short subject from the first sentence: “I'll be 10 minutes late” is about “10 minutes late”. */
export function subjectOf(text: string): string {
  const letter = text.replace(/^(?:hi|hello|hey|dear|good \w+)\b[^,.!\n]{0,40}[,.!\n]\s*/i, '');
  const [first = letter] = letter.split(/(?<=[.!?…])\s|\n/);
  const inside = plain(first).replace(/[.!…]+$/, '');
  const tokens = tokenise(inside);
  const opener = matchAny(OPENERS, tokens);
  const rest = opener === null ? '' : inside.slice(tokens[opener.end]?.start ?? inside.length);
  return shortened(capitalised(rest.split(' ').length >= 2 ? rest : inside), LONGEST_SUBJECT);
}
