import { saidIn } from '#contract/language/said-in.ts';
import type { ActionName } from '#contract/model/action-name.ts';
import type { JsonObject } from '#contract/model/json.ts';
import { type Goal, wordsOf } from '#main/planner/goals/goal.ts';
import { oneStep } from '#main/planner/intents/find-then-act.ts';
import type { Intent } from '#main/planner/intents/intent.ts';
import { unlessThere } from '#main/planner/intents/unless-there.ts';
import { loadPhrases } from '#main/planner/text/load-phrases.ts';
import { matchAny } from '#main/planner/text/phrase.ts';
import { sentence } from '#main/planner/text/sentence.ts';
import { bare, capitalised, shortened } from '#main/planner/text/wording.ts';

/** One thing that can be asked of where pages are kept elsewhere. */
type Asked<Gap extends string> = {
  readonly name: string;
  readonly action: ActionName;
  /** How it is said, and what stands in the gaps. */
  readonly patterns: readonly string[];
  readonly gaps: readonly Gap[];
  /** Gaps whose words become text of the person’s, with a capital. */
  readonly written?: readonly Gap[];
  /** The sentence of the step, and a few words for the line above the plan. */
  readonly says: string;
  readonly goal: string;
  readonly args: (said: Readonly<Record<Gap, string>>) => JsonObject;
  readonly elsewhere: { readonly notConnected: string; readonly notConnectedPart: string };
};

const MOST_SHOWN = 200;

export function pageIntent<Gap extends string>(asked: Asked<Gap>): Intent {
  const { gaps, written = [], action, name } = asked;
  const verb = name.slice(name.indexOf('.') + 1);
  const phrases = loadPhrases(asked.patterns, ...gaps);
  const says = sentence(asked.says, ...gapsIn(asked.says, gaps));
  const goalSays = sentence(asked.goal, ...gapsIn(asked.goal, gaps));
  return {
    name,
    actions: [],
    read(goal, setting) {
      const said = readGaps(goal, phrases, gaps, written);
      if (said === null) return null;
      const shown = Object.fromEntries(
        Object.entries<string>(said).map(([gap, words]) => [gap, shortened(words, MOST_SHOWN)]),
      ) as Record<Gap, string>;
      const step = { says: says(shown), action, args: asked.args(said) };
      const [first] = gaps;
      const what = first === undefined ? name : said[first];
      return unlessThere(setting, action, asked.elsewhere) ?? oneStep(goal, verb, what, step, goalSays(shown));
    },
  };
}

const gapsIn = <Gap extends string>(template: string, gaps: readonly Gap[]): readonly Gap[] =>
  gaps.filter((gap) => template.includes(`{${gap}}`));

/** What the person put into each gap; null unless there are words in all of them. */
function readGaps<Gap extends string>(
  goal: Goal,
  phrases: ReturnType<typeof loadPhrases>,
  gaps: readonly Gap[],
  written: readonly Gap[],
): Record<Gap, string> | null {
  const match = matchAny(phrases, goal.tokens, goal.head);
  if (match === null) return null;
  const said = gaps.map((gap): [Gap, string] => {
    const span = match.spans[gap];
    const words = span === undefined ? '' : bare(wordsOf(goal, span));
    return [gap, written.includes(gap) ? capitalised(words) : words];
  });
  return said.every(([, words]) => words !== '') ? (Object.fromEntries(said) as Record<Gap, string>) : null;
}

/** What people ask of pages wherever they are kept: to find one, to read one, to add to one. */
type Place = {
  /** Of the intents: `notion.read`. */
  readonly name: string;
  readonly actions: Readonly<Record<'search' | 'read' | 'add', ActionName>>;
  /** The argument that takes the name of the page. */
  readonly page: string;
  readonly pack: Readonly<Record<'search' | 'read' | 'add', readonly string[]>> & {
    readonly says: Asked<'page'>['elsewhere'] &
      Readonly<Record<'search' | 'goalSearch' | 'read' | 'goalRead' | 'add' | 'goalAdd', string>>;
  };
};

export function pagesAt({ name, actions, page: argument, pack }: Place): readonly Intent[] {
  const says = saidIn(pack.says);
  return [
    pageIntent({
      name: `${name}.add`,
      action: actions.add,
      patterns: pack.add,
      gaps: ['page', 'text'],
      written: ['text'],
      says: says.add,
      goal: says.goalAdd,
      args: ({ page, text }) => ({ [argument]: page, text }),
      elsewhere: says,
    }),
    pageIntent({
      name: `${name}.read`,
      action: actions.read,
      patterns: pack.read,
      gaps: ['page'],
      says: says.read,
      goal: says.goalRead,
      args: ({ page }) => ({ [argument]: page }),
      elsewhere: says,
    }),
    pageIntent({
      name: `${name}.search`,
      action: actions.search,
      patterns: pack.search,
      gaps: ['what'],
      says: says.search,
      goal: says.goalSearch,
      args: ({ what }) => ({ query: what }),
      elsewhere: says,
    }),
  ];
}
