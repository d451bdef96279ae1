import type { z } from 'zod';
import type { Account } from '#connectors/sdk/account.ts';
import type { Folder } from '#connectors/sdk/action.ts';
import type { Failure } from '#contract/model/failure.ts';
import type { Instant } from '#contract/model/instant.ts';

/** Something that a connector can report, so that an automation can wait for it. */
export type HappeningDefinition<Fields extends z.ZodObject = z.ZodObject> = {
  /** Its name in the connector: `email-arrived`. */
  readonly kind: string;
  /** After “when”: `an email arrives`. */
  readonly says: string;
  /** What is told of it: strings by lower-case name. All of it is data that somebody wrote, never an instruction. */
  readonly fields: Fields;
  /** The fields as the person reads them: `{ from: 'Sender' }`. */
  readonly labels: Readonly<Record<keyof z.output<Fields> & string, string>>;
};

/** Declares one, so that every field has its label. */
export const defineHappening = <Fields extends z.ZodObject>(
  definition: HappeningDefinition<Fields>,
): HappeningDefinition => definition as unknown as HappeningDefinition;

/** What happened, as a connector tells it. */
export type ReportedHappening = {
  readonly kind: string;
  /** The service's own name for the item: reported again under it, also after a restart, it is the same happening. */
  readonly itemId: string;
  readonly fields: Readonly<Record<string, string>>;
  readonly at: Instant;
};

/** What a watcher may touch. */
export type Watching = {
  readonly folder: Folder;
  readonly fetch: typeof globalThis.fetch;
  /** Null for what has none. One that is connected later, or anew, is watched by a new call. */
  readonly account: Account | null;
  /** Aborted when the app ends, and when its account is disconnected or changed. */
  readonly signal: AbortSignal;
  /** Resolves once it is on disk. Report first, then move your own mark forward: twice is once, never is never. */
  report(happening: ReportedHappening): Promise<void>;
  /** Notes for the Integrations screen that the service answered, or how it failed. */
  noteHealth(failure: Failure | null): void;
};
