import { type Goal, restOf, wordsOf } from '#main/planner/goals/goal.ts';
import { oneStep } from '#main/planner/intents/find-then-act.ts';
import type { Intent } from '#main/planner/intents/intent.ts';
import { answersTo, ask } from '#main/planner/questions/ask.ts';
import { copy } from '#main/planner/text/copy.ts';
import { loadPhrases } from '#main/planner/text/load-phrases.ts';
import { matchAny, type Span } from '#main/planner/text/phrase.ts';
import { sentence } from '#main/planner/text/sentence.ts';
import { bare, capitalised, shortened } from '#main/planner/text/wording.ts';
import pack from '#resources/packs/everyday/intents/notes.json' with { type: 'json' };

const words = copy.notes.write;
const says = sentence(words.says, 'title');
const goalSays = sentence(words.goal, 'title');
const OPENS = loadPhrases(pack.write.opens);
const LINKS = loadPhrases(pack.write.links);
const TITLED = loadPhrases(pack.write.titled, 'title', 'text');
const NAMED = loadPhrases(pack.write.titleOnly);
const LONGEST_TITLE = 60;
const WORDS_IN_TITLE = 8;

/** “Note that the wifi code is 1234”, “write a note called Ideas: a bigger garden”. */
export const writeNote: Intent = {
  name: 'note.create',
  actions: ['documents.write-note'],
  read(goal, setting) {
    const opening = matchAny(OPENS, goal.tokens, goal.head);
    if (opening === null) return null;
    const { title, text } = contentOf(goal, opening.end);
    const answered = answersTo(goal, setting, 'message')
      .map((answer) => answer.trim())
      .filter((answer) => answer !== '')
      .at(-1);
    const body = text === '' ? (answered ?? '') : text;
    if (body === '') return ask(goal, setting, 'message', words.asksText);
    const name = title === '' ? titleOf(body) : shortened(capitalised(title), LONGEST_TITLE);
    const step = {
      says: says({ title: name }),
      action: 'documents.write-note',
      args: { title: name, body: capitalised(body) },
    };
    return oneStep(goal, 'write', name, step, goalSays({ title: name }));
  },
};

type Content = { readonly title: string; readonly text: string };

/** The title where the person gave one, and what the note says. */
function contentOf(goal: Goal, from: number): Content {
  const titled = matchAny(TITLED, goal.tokens, from);
  if (titled !== null) return { title: said(goal, titled.spans.title), text: said(goal, titled.spans.text) };
  const named = matchAny(NAMED, goal.tokens, from);
  if (named !== null) return { title: said(goal, restOf(goal, named.end)), text: '' };
  const link = matchAny(LINKS, goal.tokens, from);
  return { title: '', text: said(goal, restOf(goal, link?.end ?? from)) };
}

const said = (goal: Goal, span: Span | undefined): string => (span === undefined ? '' : keptLines(wordsOf(goal, span)));

/** A note of several lines keeps them; one that is all in quotes loses only these. */
const keptLines = (text: string): string => (text.includes('\n') ? text.trim() : bare(text));

/** The first words, as far as they make a title. */
function titleOf(text: string): string {
  const [first = ''] = text.split(/\n|(?<=[.!?])\s/);
  const some = first.split(/\s+/).slice(0, WORDS_IN_TITLE);
  const isCut = some.length < first.split(/\s+/).length;
  const title = some.join(' ').replace(/[\s,;:.!?–-]+$/, '');
  const name = isCut && title !== '' ? `${title}…` : title || bare(text) || text.replaceAll(/\s+/g, ' ');
  return shortened(capitalised(name), LONGEST_TITLE);
}
