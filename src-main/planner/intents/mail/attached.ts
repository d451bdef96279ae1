import type { Goal } from '#main/planner/goals/goal.ts';
import { wordsOf } from '#main/planner/goals/goal.ts';
import { loadPhrases } from '#main/planner/text/load-phrases.ts';
import { matchAny } from '#main/planner/text/phrase.ts';
import { tokenise } from '#main/planner/text/tokenise.ts';
import { bare } from '#main/planner/text/wording.ts';
import pack from '#resources/packs/everyday/intents/mail.json' with { type: 'json' };

const TAIL = [...loadPhrases(pack.attach.with, 'file'), ...loadPhrases(pack.attach.and, 'file')];
const SENDS_FILE = loadPhrases(pack.attach.sends, 'file', 'rest');
const ENDING = /\S\.[a-z0-9]{1,5}$/i;

/** “… with report.pdf attached”, “… and attach plan.docx”: the files, and the goal without these words. */
export function withoutAttached(goal: Goal): { readonly goal: Goal; readonly files: readonly string[] } {
  for (let at = goal.head + 1; at < goal.tokens.length; at += 1) {
    const match = matchAny(TAIL, goal.tokens, at);
    const files = match?.spans.file && namesIn(wordsOf(goal, match.spans.file));
    if (files) return { goal: { ...goal, tokens: goal.tokens.slice(0, at) }, files };
  }
  return { goal, files: [] };
}

/** “Send report.pdf to Ana” as the sentence that says the same of an email. */
export function asEmail(goal: Goal): { readonly goal: Goal; readonly files: readonly string[] } | null {
  const match = matchAny(SENDS_FILE, goal.tokens, goal.head);
  const files = match?.spans.file && namesIn(wordsOf(goal, match.spans.file));
  if (!match?.spans.rest || !files) return null;
  const rest = bare(wordsOf(goal, match.spans.rest));
  const saysMore = /\s(?:saying|that|with the (?:words|text)|and say|asking|telling)\s|:/i.test(rest);
  const isAre = files.length === 1 ? 'is' : 'are';
  const source = `send an email to ${rest}${saysMore ? '' : ` saying here ${isAre} ${files.join(' and ')}`}`;
  return { goal: { ...goal, source, tokens: tokenise(source), head: 0, times: [] }, files };
}

/** Each with its ending or in quotes; null where one of them is no file’s name. */
function namesIn(said: string): string[] | null {
  const parts = said
    .split(/,\s*(?:and\s+)?|\s+and\s+/i)
    .map((part) => part.trim().replace(/^(?:the|my|a|file|files|document)\s+(?:file\s+|document\s+)?/i, ''));
  const names = parts.map(bare);
  return names.length > 0 && names.every((name, at) => ENDING.test(name) || /^[“"]/.test(parts[at] ?? ''))
    ? names
    : null;
}
