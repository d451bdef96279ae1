import type { Folder } from '#connectors/sdk/action.ts';
import type { AccountValues } from '#contract/model/account.ts';
import type { Instant } from '#contract/model/instant.ts';

/** A made-up account on this computer, for the practice life. Nothing of it reaches anybody. */
export type PracticeAccount = {
  readonly settings: AccountValues;
  /** What answers in place of the service, out of a folder of its own. */
  standIn(folder: Folder): unknown;
  /** Puts made-up content into the empty folder, as if it had come until now. */
  fill(folder: Folder, now: Instant): Promise<void>;
};
