import { findPhrase } from '#main/planner/text/find-phrase.ts';
import { loadPhrases } from '#main/planner/text/load-phrases.ts';
import { matchAny, type Span } from '#main/planner/text/phrase.ts';
import type { Token } from '#main/planner/text/tokenise.ts';
import calendar from '#resources/packs/everyday/intents/calendar.json' with { type: 'json' };
import lists from '#resources/packs/everyday/intents/lists.json' with { type: 'json' };
import reminders from '#resources/packs/everyday/intents/reminders.json' with { type: 'json' };
import splitting from '#resources/packs/everyday/splitting.json' with { type: 'json' };

/**
 * How surely a new goal begins at a word: `always` (“remind me”), `soft` (“cancel”, which may also be part of a
 * reminder's text), `made` (“put … on Friday”), `weak` (a verb that begins many things), or not at all.
 */
export type Opens = 'always' | 'soft' | 'made' | 'weak' | 'no';

/** What the words of a goal are about, as far as it matters for where it ends. */
export type PartKind = 'reminder' | 'text' | 'list' | 'cancel' | 'other';

const ALWAYS = loadPhrases(splitting.always);
const SOFT = loadPhrases(splitting.soft);
const MADE = loadPhrases(splitting.made);
const WEAK = loadPhrases(splitting.weak);
const CALENDAR = loadPhrases(calendar.calendarWords);
const LIST_LEADS = loadPhrases(splitting.listLeads);
const LIST_NOUNS = new Set(splitting.listNouns);
const LONGEST_LIST_NAME = 6;
/** What a goal is about is seen from its first words. */
const LONGEST_HEAD = 16;
const REMINDER = loadPhrases(reminders.create.opens);
const TEXT = loadPhrases(splitting.heads.text);
const LIST = loadPhrases(lists.add.heads);
const CANCEL = loadPhrases(splitting.heads.cancel);

/** How surely a goal begins at the first token of a stretch. */
export function opensGoal(tokens: readonly Token[], [from, to]: Span, hasTime: boolean): Opens {
  if (matchAny(ALWAYS, tokens, from, to) !== null) return 'always';
  if (matchAny(MADE, tokens, from, to) !== null && (hasTime || saysWhere(tokens, [from, to]))) return 'made';
  if (matchAny(SOFT, tokens, from, to) !== null) return 'soft';
  return matchAny(WEAK, tokens, from, to) === null && matchAny(MADE, tokens, from, to) === null ? 'no' : 'weak';
}

/** Where “in my calendar” ends that begins here, or null. */
export const endOfCalendarWords = (tokens: readonly Token[], at: number): number | null =>
  matchAny(CALENDAR, tokens, at)?.end ?? null;

/** “In my calendar, …”: words that only say where. */
export const saysOnlyWhere = (tokens: readonly Token[], [from, to]: Span): boolean =>
  endOfCalendarWords(tokens, from) === to;

/** Whether the words name the calendar or a list. */
export function saysWhere(tokens: readonly Token[], [from, to]: Span): boolean {
  if (findPhrase(CALENDAR, tokens, from, to) !== null) return true;
  for (let at = from; at < to; at += 1) {
    const lead = matchAny(LIST_LEADS, tokens, at, to);
    if (lead === null) continue;
    const name = tokens.slice(lead.end, Math.min(lead.end + LONGEST_LIST_NAME, to));
    if (name.some(({ lower }) => LIST_NOUNS.has(lower))) return true;
  }
  return false;
}

export function partKind(tokens: readonly Token[], from: number, end: number): PartKind {
  const to = Math.min(end, from + LONGEST_HEAD);
  if (matchAny(REMINDER, tokens, from, to) !== null) return 'reminder';
  if (matchAny(TEXT, tokens, from, to) !== null) return 'text';
  if (matchAny(LIST, tokens, from, to) !== null) return 'list';
  return matchAny(CANCEL, tokens, from, to) === null ? 'other' : 'cancel';
}

/** How many tokens at the start of a goal a part without a verb of its own takes over: “remind me to”, “put”. */
export function openingLength(tokens: readonly Token[], from: number, to: number): number {
  const reminder = matchAny(REMINDER, tokens, from, to);
  if (reminder !== null) return reminder.end - from;
  return matchAny([...MADE, ...SOFT], tokens, from, to) === null ? 0 : 1;
}
