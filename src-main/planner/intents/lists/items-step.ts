import { sayAll } from '#contract/language/intl.ts';
import type { ActionName } from '#contract/model/action-name.ts';
import type { Goal } from '#main/planner/goals/goal.ts';
import { oneStep } from '#main/planner/intents/find-then-act.ts';
import type { Reading } from '#main/planner/intents/intent.ts';
import { itemsAnswered, itemsIn, listName } from '#main/planner/intents/lists/list-words.ts';
import type { Setting } from '#main/planner/intents/setting.ts';
import { ask } from '#main/planner/questions/ask.ts';
import { copy } from '#main/planner/text/copy.ts';
import type { Span } from '#main/planner/text/phrase.ts';
import { shortened } from '#main/planner/text/wording.ts';

type Say = (values: Readonly<Record<'list' | 'items', string>>) => string;

export type ItemsStep = {
  readonly verb: string;
  readonly action: ActionName;
  readonly says: Say;
  readonly goal: Say;
  readonly asksItems: (list: string) => string;
};

/** One step for items on a list, or the question for what is missing. */
export function itemsStep(
  goal: Goal,
  setting: Setting,
  spans: { items: Span | undefined; list: Span | undefined },
  step: ItemsStep,
): Reading {
  const list = listName(goal, setting, spans.list);
  if (list === null) return ask(goal, setting, 'list', copy.lists.asksList, copy.lists.choices);
  const said = itemsIn(goal, spans.items);
  const items = said.length > 0 ? said : itemsAnswered(goal, setting);
  if (items.length === 0) return ask(goal, setting, 'items', step.asksItems(list));
  const named = shortened(sayAll(items), 300);
  const values = { list, items: named };
  const short = { list, items: shortened(named, 60) };
  return oneStep(
    goal,
    step.verb,
    list,
    { says: step.says(values), action: step.action, args: { list, items } },
    step.goal(short),
  );
}
