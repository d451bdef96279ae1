import type { z } from 'zod';
import type { Account } from '#connectors/sdk/account.ts';
import type { Places } from '#connectors/sdk/places/places.ts';
import type { ActionName, Delivery } from '#contract/model/action-name.ts';
import type { ActionCard } from '#contract/model/card.ts';
import type { Effect } from '#contract/model/effect.ts';
import type { Instant, TimeZone } from '#contract/model/instant.ts';
import type { Json } from '#contract/model/json.ts';
import type { Result } from '#contract/model/result.ts';
import type { RiskTier } from '#contract/model/risk-tier.ts';
import type { Report } from '#contract/model/run.ts';
import type { NewSchedule, Schedule } from '#contract/model/schedule.ts';
import type { OutsideItem } from '#contract/model/source.ts';
import type { TakenTime } from '#contract/model/stretch.ts';
import type { ToolInPlan } from '#contract/model/tool-server.ts';

/** How the person reads dates and money. Handed to everything that makes a sentence. */
export type View = { readonly now: Instant; readonly timeZone: TimeZone; readonly locale: string };

/** A folder of the connector's own inside the data directory. Writes are atomic and durable. */
export type Folder = {
  read(name: string): Promise<Uint8Array | null>;
  /** Replaces the whole file (write beside, fsync, rename). */
  write(name: string, bytes: Uint8Array | string): Promise<void>;
  remove(name: string): Promise<void>;
  list(): Promise<readonly string[]>;
  /** Runs `work` while no other action of this connector does; a read-change-write belongs inside. */
  exclusively<T>(work: () => Promise<T>): Promise<T>;
};

/**
 * The clock's durable alarm list; each call is one transaction. What is armed for a time that has
 * passed already is due at once, so that an alarm is never kept and forgotten.
 */
export type Alarms = {
  /** Arming the same id twice is arming it once: the first stays. */
  arm(schedule: NewSchedule): Promise<Schedule>;
  /** Another message or time under the same id; the next time is computed anew. Arms it when it is not there. */
  replace(schedule: NewSchedule): Promise<Schedule>;
  /** Puts one back exactly as it stood, also over what is there now. What came due meanwhile is then due at once. */
  putBack(former: Schedule): Promise<void>;
  disarm(id: string): Promise<void>;
  get(id: string): Promise<Schedule | null>;
  /** Soonest first; those that have ended last. */
  list(): Promise<readonly Schedule[]>;
};

/** What an action may touch. Everything it needs of the world comes in here. */
export type Surroundings = {
  readonly view: View;
  readonly folder: Folder;
  readonly alarms: Alarms;
  readonly fetch: typeof globalThis.fetch;
  readonly signal: AbortSignal;
  /** The account that is connected; null for what lives on this computer, and while none is. */
  readonly account: Account | null;
  /** The person's own folders that they picked, and nothing else of this computer; none while they picked none. */
  readonly places: Places;
  /** Whether the person has saved this address as somebody’s. Blind to capitals. */
  knows(address: string): boolean;
  /** The calendars of others that the person follows, as text; none when absent. */
  followed?(): Promise<readonly string[]>;
};

/**
 * Lines of the person's own in other words, each by its place in what was asked; null for what is to stay as it is.
 * `first`: words of the line that it would best begin with. `check` says of a line what is wrong with it, held against
 * its own; whoever asks has to hold every answer against it too.
 */
export type Reword = (request: {
  readonly lines: readonly { readonly text: string; readonly first: readonly string[] }[];
  check(said: string, own: string): string | null;
  readonly signal: AbortSignal;
}) => Promise<readonly (string | null)[]>;

/**
 * `dry-run` touches nothing and answers with what would come of it; `draft` prepares as far as can be
 * taken back by nobody noticing (for the person's own things: the same as a dry run plus a document);
 * `execute` does it.
 */
export type Mode = 'dry-run' | 'draft' | 'execute';

export type ActionContext<Before> = Surroundings & {
  readonly mode: Mode;
  /** Stable for this effect over every attempt and restart: ids at the service are derived from it. */
  readonly key: string;
  /** What `look` found before the person said yes; null for an action without `look`. */
  readonly before: Before;
  /**
   * For `undo` alone: the person was asked, and wants it taken back although they have changed it since. What they
   * had then is attached before it goes.
   */
  readonly overwrite: boolean;
  /** Has a model put lines shorter; absent where none is to be asked. */
  readonly reword?: Reword | undefined;
  /** Attaches a document to the run's history. Kept by content, so attaching twice is once. */
  attach(document: { name: string; mediaType: string; bytes: Uint8Array | string }): Promise<void>;
};

/** What stands there now, and the service's own version of it (ETag, content hash), bound into the consent. */
export type Looked<Before> = {
  readonly before: Before;
  readonly version: string;
  /**
   * For an effect that takes calendar time: what takes up time around it, `LOOK_AROUND_DAYS` before and after, beside
   * the thing itself. What overlaps is said on the card; the rest is kept clear of when another time is offered.
   */
  readonly taken?: readonly TakenTime[];
};

/** As far as another time is looked for. */
export const LOOK_AROUND_DAYS = 7;

/**
 * A part of an output that somebody else wrote, by JSON pointer. `item` is the service's own name for what it stands
 * in: one mark of origin for all that came from it.
 */
export type OutsidePart = OutsideItem & {
  readonly path: string;
  readonly item: string;
  /** It is the person's own when the call of this key made it; the core looks that up. */
  readonly madeBy?: string;
};

/** An action, as its author writes it. `Before` is null where nothing is looked at first. */
export type ActionDefinition<In extends z.ZodType, Out extends z.ZodType, Before extends Json = null> = {
  /** `<connector>.<what-it-does>`. */
  readonly name: ActionName;
  /** What it does in two to five plain words: `Put an event in the calendar`. */
  readonly title: string;
  readonly input: In;
  readonly output: Out;
  /** The least risk; the effect and the rules can raise it, nothing lowers it. */
  readonly risk: RiskTier;
  /** Of another program that the person added. While nobody has said what it does the rules are told so: it always asks. */
  readonly tool?: ToolInPlan;
  readonly scopes: readonly string[];
  readonly delivery: Delivery;
  /** Names of the input's fields for the approval card: `{ startsAt: 'Starts' }`. */
  readonly labels: Readonly<Record<string, string>>;
  effect(input: z.output<In>, before: Before): Effect;
  /** Deterministic: no model, no clock but `view.now`. */
  describe(input: z.output<In>, before: Before, view: View): ActionCard;
  /** What the person reads once it is done (or found). */
  report(output: z.output<Out>, view: View): Report;
  /**
   * What of its output somebody else wrote. From an account all of it counts as such, also what is not named here; on
   * this computer only what is named. Deterministic.
   */
  outside?(output: z.output<Out>): readonly OutsidePart[];
  /** Reads what would be changed. Its answer is stored with the intent, for the difference and for undo. */
  look?(input: z.output<In>, surroundings: Surroundings): Promise<Result<Looked<Before>>>;
  /** New values, by JSON pointer into its arguments, by which it would begin at another moment and last as long. */
  atAnotherTime?(input: z.output<In>, from: Instant): Readonly<Record<string, Json>>;
  run(input: z.output<In>, context: ActionContext<Before>): Promise<Result<z.output<Out>>>;
  /** After a crash: the output if the effect with `context.key` already stands, else null. */
  findEarlier?(input: z.output<In>, context: ActionContext<Before>): Promise<Result<z.output<Out> | null>>;
  /** Whether the service now shows what `run` claims; done is said only then. */
  readBack?(output: z.output<Out>, context: ActionContext<Before>): Promise<Result<boolean>>;
  /**
   * Takes it back. Twice is once. `changed-since` when the person altered it meanwhile, unless `overwrite` is on. In
   * any other mode than `execute` it only compares, and answers as it would. Afterwards `run` under the same key and a
   * fresh look does it again exactly: that is how an undo is undone. Absent: it can't be undone (reads need no undo),
   * and the effect must say `reversible: 'no'`.
   */
  undo?(output: z.output<Out>, context: ActionContext<Before>): Promise<Result<null>>;
};

/** An action with its types closed over: what the executor and the registry hold. */
export type Action = Omit<ActionDefinition<z.ZodType, z.ZodType, Json>, 'input' | 'output'> & {
  readonly input: z.ZodType;
  readonly output: z.ZodType;
};
