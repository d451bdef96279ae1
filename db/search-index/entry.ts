/** Where something was found: what the person has remembered, their documents on this computer, or what was done. */
export const SHELVES = ['memory', 'documents', 'history'] as const;
export type Shelf = (typeof SHELVES)[number];

/** One thing that can be found again. `key` names it, `version` changes when its words do. */
export type IndexEntry = {
  readonly key: string;
  readonly shelf: Shelf;
  readonly title: string;
  readonly words: string;
  readonly version: string;
  /** Null where the entry's own is not known. */
  readonly at: string | null;
};

/** An entry with where its meaning lies; all vectors of an index have the same length. */
export type EmbeddedEntry = IndexEntry & { readonly vector: Float32Array };

export type FoundEntry = IndexEntry & { readonly score: number };
