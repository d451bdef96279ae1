import { wallText } from '#connectors/sdk/local-time.ts';
import type { JsonObject } from '#contract/model/json.ts';
import { type Goal, restOf, wordAt, wordsOf } from '#main/planner/goals/goal.ts';
import { saidAnywhere } from '#main/planner/goals/said-anywhere.ts';
import { namesOwnEvent } from '#main/planner/intents/event-kind.ts';
import type { Intent, Reading } from '#main/planner/intents/intent.ts';
import type { Setting } from '#main/planner/intents/setting.ts';
import { stepId } from '#main/planner/intents/step-id.ts';
import { copy } from '#main/planner/text/copy.ts';
import { loadPhrases } from '#main/planner/text/load-phrases.ts';
import { matchAny, type Span } from '#main/planner/text/phrase.ts';
import { sentence } from '#main/planner/text/sentence.ts';
import { wordList } from '#main/planner/text/word-list.ts';
import { bare, shortened } from '#main/planner/text/wording.ts';
import type { Clock } from '#main/planner/time/clock.ts';
import { findTimePhrases } from '#main/planner/time/find-time-phrases.ts';
import { resolveWindow, type Window } from '#main/planner/time/resolve-window.ts';
import { sayWindow } from '#main/planner/time/say-window.ts';
import type { WhenParts } from '#main/planner/time/when-parts.ts';
import pack from '#resources/packs/everyday/intents/calendar.json' with { type: 'json' };
import vocabulary from '#resources/packs/everyday/vocabulary.json' with { type: 'json' };

const ACTION = 'calendar.list-events';
const words = copy.calendar.list;
const says = sentence(words.says, 'window');
const saysAbout = sentence(words.saysAbout, 'what', 'window');
const HEADS = loadPhrases(pack.find.heads);
const ON_CALENDAR = loadPhrases(pack.find.onCalendar);
const HAVING = loadPhrases(pack.find.having);
const NOUNS = wordList(pack.find.nouns);
const SOON = wordList(pack.find.soon);
const ABOUT = new Set(pack.find.about);
const ARTICLES = new Set(vocabulary.articles);
const FILLERS = new Set(pack.find.fillers);
/** Where no time was said: the coming week. */
const USUAL_DAYS = 7;
const LONG_DAYS = 30;

/** “What's on my calendar tomorrow?”, “do I have anything on Friday?”, “any meetings with Tom next week?”. */
export const listEvents: Intent = {
  name: 'calendar.list',
  actions: [ACTION],
  read(goal, setting) {
    if (matchAny(HEADS, goal.tokens, goal.head) === null) return null;
    const said = saidAnywhere(goal);
    const rest = restOf(goal, goal.head);
    const onCalendar = matchAny(ON_CALENDAR, goal.tokens, goal.head) !== null;
    const noun = NOUNS.findIn(goal.tokens, ...rest) !== null;
    const period = ownPeriod(goal, setting.clock);
    const hasTime =
      period !== null || said.said.days !== undefined || said.said.time !== undefined || said.said.part !== undefined;
    const having = hasTime && matchAny(HAVING, goal.tokens, goal.head) !== null;
    if (!onCalendar && !noun && !having) return null;
    const about = aboutWhat(goal, rest, said.cuts);
    if (about === null) return null;
    const usual = SOON.findIn(goal.tokens, ...rest) === null ? USUAL_DAYS : LONG_DAYS;
    return plan(
      goal,
      setting,
      resolveWindow(said.cuts.length > 0 ? said.said : (period ?? {}), setting.clock) ?? comingDays(setting, usual),
      about.replace(/^with /, ''),
    );
  },
};

function plan(goal: Goal, setting: Setting, window: Window, about: string): Reading {
  const query: JsonObject = about === '' ? {} : { query: about };
  const said = sayWindow(window, setting.view);
  const args = { from: wallText(window.from), to: wallText(window.to), timeZone: setting.clock.timeZone, ...query };
  const step = {
    id: stepId(goal, 'list', about),
    says: about === '' ? says({ window: said }) : saysAbout({ what: about, window: said }),
    action: ACTION,
    args,
    dependsOn: [],
  };
  return { kind: 'steps', steps: [step], goal: words.goal };
}

/** “my week” is this one, and “my day” today. */
function ownPeriod(goal: Goal, clock: Clock): WhenParts | null {
  const at = goal.tokens.findIndex(({ lower }, place) => PERIODS.has(lower) && ARTICLES.has(wordAt(goal, place - 1)));
  const unit = goal.tokens[at];
  if (unit === undefined) return null;
  const isDay = unit.lower === 'day';
  const which = { ...unit, text: isDay ? 'today' : 'this', lower: isDay ? 'today' : 'this' };
  return findTimePhrases([which, unit], clock)[0]?.said ?? null;
}

const PERIODS = new Set(vocabulary.periods);

export function comingDays({ clock }: Setting, days: number): Window {
  const from = clock.today.toPlainDateTime();
  return { from, to: from.add({ days }), isMoment: false };
}

/** What the question is about besides events and times, such as “Tom”; null where that is something else. */
function aboutWhat(goal: Goal, [from, to]: Span, cuts: readonly Span[]): string | null {
  const inCut = new Set(cuts.flatMap(([start, end]) => Array.from({ length: end - start }, (_, at) => start + at)));
  const isLittle = (at: number) =>
    inCut.has(at) || goal.tokens[at]?.kind === 'mark' || FILLERS.has(goal.tokens[at]?.lower ?? '');
  let first = from;
  while (first < to && isLittle(first)) first += 1;
  let last = to;
  while (last > first && isLittle(last - 1)) last -= 1;
  if (first >= last) return '';
  const before = ARTICLES.has(goal.tokens[first - 1]?.lower ?? '') ? first - 2 : first - 1;
  const isLed = ABOUT.has(goal.tokens[before]?.lower ?? '');
  if (!isLed && !namesOwnEvent(goal, [first, Math.min(last, first + 2)])) return null;
  return shortened(bare(wordsOf(goal, [first, last], cuts)));
}
