import type { ActionName } from '#contract/model/action-name.ts';
import type { JsonObject } from '#contract/model/json.ts';
import type { Reference } from '#contract/model/plan.ts';
import type { Goal } from '#main/planner/goals/goal.ts';
import type { StepDraft } from '#main/planner/intents/intent.ts';
import type { Setting } from '#main/planner/intents/setting.ts';
import { stepId } from '#main/planner/intents/step-id.ts';
import { copy } from '#main/planner/text/copy.ts';
import { sentence } from '#main/planner/text/sentence.ts';

/** Where a text stands that something is read in: the step that finds it, and where it is in what that finds. */
export const TEXT_PLACES = {
  event: {
    find: 'calendar.find-event' as ActionName,
    says: sentence(copy.calendar.findStep, 'what'),
    text: '/event/notes',
    hasZone: true,
  },
  note: {
    find: 'documents.find-note' as ActionName,
    says: sentence(copy.notes.find.says, 'what'),
    text: '/note/body',
    hasZone: false,
  },
} as const;

export const READS: readonly ActionName[] = ['reading.pick-out', ...Object.values(TEXT_PLACES).map(({ find }) => find)];

export type FoundInText = { readonly steps: readonly StepDraft[]; readonly value: Reference };

/** A step that finds the thing, and one that can only answer with a value of the kind that is wanted. */
export function foundInText(
  goal: Goal,
  { view }: Setting,
  place: keyof typeof TEXT_PLACES,
  what: string,
  wanted: { readonly kind: 'address' | 'link'; readonly says: (values: { what: string }) => string },
): FoundInText {
  const { find: action, says, text, hasZone } = TEXT_PLACES[place];
  const zone: JsonObject = hasZone ? { timeZone: view.timeZone } : {};
  const find: StepDraft = {
    id: stepId(goal, 'find', what),
    says: says({ what }),
    action,
    args: { query: what, ...zone },
    dependsOn: [],
  };
  const pick: StepDraft = {
    id: stepId(goal, 'read', what),
    says: wanted.says({ what }),
    action: 'reading.pick-out',
    args: { text: { from: find.id, path: text }, wanted: { [wanted.kind]: wanted.kind } },
    dependsOn: [find.id],
  };
  return { steps: [find, pick], value: { from: pick.id, path: `/values/${wanted.kind}/value` } };
}
