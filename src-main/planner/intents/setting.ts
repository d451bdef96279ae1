import type { View } from '#connectors/sdk/action.ts';
import type { ActionName } from '#contract/model/action-name.ts';
import type { SavedPerson } from '#contract/model/saved-person.ts';
import type { ToolInPlan } from '#contract/model/tool-server.ts';
import type { Clock } from '#main/planner/time/clock.ts';

/** Somebody who is saved, under one address; one with several stands there once for each. */
export type Person = {
  readonly name: string;
  readonly nicknames: readonly string[];
  readonly email: string;
};

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
  /** Who can be written to. */
  readonly people: readonly Person[];
  /** Everybody in the contacts, also without an address. */
  readonly contacts: readonly SavedPerson[];
  readonly answers: readonly { readonly questionId: string; readonly text: string }[];
  readonly actions: ReadonlySet<ActionName>;
  /** Whether an email can take files along: the account has to take them, and a folder has to be picked. */
  readonly takesFiles: boolean;
  readonly newEvent: NewEvent | null;
  /** Tools of other programs that the person added. */
  readonly tools: readonly (ToolInPlan & { readonly action: ActionName })[];
};
