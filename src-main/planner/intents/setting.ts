import type { View } from '#connectors/sdk/action.ts';
import type { ActionName } from '#contract/model/action-name.ts';
import type { MemoryItem } from '#contract/model/memory-item.ts';
import type { ToolInPlan } from '#contract/model/tool-server.ts';
import type { Clock } from '#main/planner/time/clock.ts';

export type Person = Extract<MemoryItem, { kind: 'person' }>;

/** An event that an earlier part of the sentence puts into the calendar. */
export type NewEvent = {
  readonly title: string;
  /** Its wall-clock start; a date where it takes the whole day. */
  readonly startsAt: string;
  readonly rrule: string | null;
};

/** What an intent may know besides the words of its goal. */
export type Setting = {
  readonly clock: Clock;
  readonly view: View;
  readonly people: readonly Person[];
  readonly answers: readonly { readonly questionId: string; readonly text: string }[];
  readonly actions: ReadonlySet<ActionName>;
  readonly newEvent: NewEvent | null;
  /** Tools of other programs that the person added. */
  readonly tools: readonly (ToolInPlan & { readonly action: ActionName })[];
};
