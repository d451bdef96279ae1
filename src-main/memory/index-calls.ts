import type { IndexEntry, Shelf } from '#db/search-index/entry.ts';

/** What the thread is started with. `madeBy`: whose vectors the index holds; those of two are never mixed. */
export type IndexData = { readonly path: string; readonly dimensions: number; readonly madeBy: string };

/** What the thread is asked. Without vectors it makes its own, by the built-in way. */
export type IndexCall =
  | {
      readonly kind: 'put';
      readonly entries: readonly IndexEntry[];
      readonly vectors?: readonly Float32Array[] | undefined;
    }
  | { readonly kind: 'remove'; readonly keys: readonly string[] }
  | { readonly kind: 'versions'; readonly shelf: Shelf }
  | { readonly kind: 'count' }
  | {
      readonly kind: 'nearest';
      readonly vector: Float32Array;
      readonly shelves: readonly Shelf[];
      readonly limit: number;
    }
  | {
      readonly kind: 'search';
      readonly text: string;
      readonly vector?: Float32Array | undefined;
      readonly shelves: readonly Shelf[];
      readonly limit: number;
    }
  | { readonly kind: 'close' };

export type IndexReply = { readonly id: number } & (
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly because: string }
);
