import type { Folder, View } from '#connectors/sdk/action.ts';
import type { Instant } from '#contract/model/instant.ts';

/** Something that is kept on this computer and can be found again by what it says. */
export type OwnText = {
  readonly what: 'note' | 'list' | 'draft' | 'event';
  /** The connector's own name for it. */
  readonly id: string;
  readonly title: string;
  readonly words: string;
  readonly at: Instant | null;
};

/** Reads all of them; what can't be read is left out. */
export type OwnTexts = (around: { readonly folder: Folder; readonly view: View }) => Promise<readonly OwnText[]>;
