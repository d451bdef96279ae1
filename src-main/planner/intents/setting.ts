import type { View } from '#connectors/sdk/action.ts';
import type { ActionName } from '#contract/model/action-name.ts';
import type { ProvenanceMark } from '#contract/model/provenance.ts';
import type { SavedPerson } from '#contract/model/saved-person.ts';
import type { ToolInPlan } from '#contract/model/tool-server.ts';
import type { Clock } from '#main/planner/time/clock.ts';

/** Somebody who is saved, under one address; one with several stands there once for each. */
export type Person = {
  /** The item of the memory that says so; absent for a contact. */
  readonly id?: string;
  readonly name: string;
  readonly nicknames: readonly string[];
  readonly email: string;
  /** Of a fact that names them, such as “my landlord”: only so they are called, and never by a part of it. */
  readonly names?: readonly string[];
  /** Where the address came from; absent for a saved person. */
  readonly mark?: ProvenanceMark;
};

/** What the person told, with the mark that a value of it carries: theirs, or of the text that it came from. */
export type Fact = { readonly id: string; readonly text: string; readonly mark: ProvenanceMark };

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
  readonly facts: readonly Fact[];
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
