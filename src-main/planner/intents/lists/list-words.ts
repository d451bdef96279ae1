import { type Goal, wordsOf } from '#main/planner/goals/goal.ts';
import type { Setting } from '#main/planner/intents/setting.ts';
import { answersTo } from '#main/planner/questions/ask.ts';
import { copy } from '#main/planner/text/copy.ts';
import type { Span } from '#main/planner/text/phrase.ts';
import { tokenise } from '#main/planner/text/tokenise.ts';
import { wordList } from '#main/planner/text/word-list.ts';
import { bare, capitalised, shortened } from '#main/planner/text/wording.ts';
import pack from '#resources/packs/everyday/intents/lists.json' with { type: 'json' };

const words = copy.lists;
const TODO = new Set(pack.todo);
const POINTERS = new Set(pack.pointers);
const PAIRS = wordList(pack.pairs);
const NEVER = wordList(pack.never);
const NOUNS = wordList(pack.nouns);
const SEPARATORS = new Set([',', ';', 'and', '&', 'plus', '+', '•', '*', '·']);
const MOST_ITEMS = 100;

/** The list's name, from the sentence or an answer: “my to do list” is “To-do”; null where neither says. */
export function listName(goal: Goal, setting: Setting, span: Span | undefined): string | null {
  const said = span === undefined ? '' : nameIn(wordsOf(goal, span));
  if (said !== '') return said;
  const answered = nameIn(answersTo(goal, setting, 'list').at(-1) ?? '');
  return answered === '' ? null : answered;
}

function nameIn(text: string): string {
  const whole = bare(text).replace(/\s+(?:list|checklist)$/i, '');
  if (TODO.has(whole.toLowerCase())) return words.todo;
  const name = whole
    .replace(/^(?:(?:on|to|onto|in|my|the|our|a|an|new|this|that|your) )+/i, '')
    .replace(/(?:^|\s+)(?:list|lists|checklist)$/i, '');
  if (TODO.has(name.toLowerCase())) return words.todo;
  return /[\p{L}\p{N}]/u.test(name) && !/^(?:list|it|this|that|my|the|me|us|myself|one)$/i.test(name)
    ? shortened(capitalised(name), 60)
    : '';
}

/** Whether a name without “list” is surely a list: “add milk to the shopping”. */
export const isListNoun = (goal: Goal, [, to]: Span): boolean =>
  NOUNS.at(goal.tokens, to - 1) !== null || NOUNS.at(goal.tokens, to - 2)?.[1] === to;

/** Mailing lists, contact lists and playlists are not ours. */
export const isOtherList = (goal: Goal, [from, to]: Span): boolean => NEVER.findIn(goal.tokens, from, to) !== null;

/** The items, apart: “milk, eggs and bread” are three, “mac and cheese” one. */
export function itemsIn(goal: Goal, span: Span | undefined): readonly string[] {
  if (span === undefined) return [];
  const [from, to] = span;
  const items: string[] = [];
  let start = from;
  const close = (end: number) => {
    const item = itemText(wordsOf(goal, [start, end]));
    if (item !== '' && !items.some((one) => one.toLowerCase() === item.toLowerCase())) items.push(item);
  };
  for (let at = from; at < to; at += 1) {
    const pair = PAIRS.at(goal.tokens, at);
    const token = goal.tokens[at];
    if (pair !== null && pair[1] <= to) at = pair[1] - 1;
    else if (token?.kind === 'line' || SEPARATORS.has(token?.lower ?? '')) {
      close(at);
      start = at + 1;
    }
  }
  close(to);
  return items.slice(0, MOST_ITEMS);
}

function itemText(text: string): string {
  const item = bare(text).replace(/^(?:and|also|some|then|please|-|\d{1,2}[.)]) (?=\S)/i, '');
  return /[\p{L}\p{N}]/u.test(item) && !POINTERS.has(item.toLowerCase()) ? shortened(item, 200) : '';
}

/** Items in an answer to a question. */
export function itemsAnswered(goal: Goal, setting: Setting, slot: 'items' | 'checklist' = 'items'): readonly string[] {
  const answer = answersTo(goal, setting, slot).at(-1) ?? '';
  const tokens = tokenise(answer);
  return itemsIn({ ...goal, source: answer, tokens, times: [] }, [0, tokens.length]);
}
