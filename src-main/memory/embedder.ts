import { BUILT_IN_DIMENSIONS } from '#main/memory/built-in-embedding.ts';

/** Who makes the vectors of the index. Those of two are never mixed: with another one the index is made anew. */
export type Embedder = {
  readonly madeBy: string;
  readonly dimensions: number;
  /** Null: the index makes its own, by the built-in way. */
  embed(texts: readonly string[]): Promise<readonly Float32Array[] | null>;
  /** Null: by the built-in way, or by words alone where only a model could. */
  embedQuery(text: string): Promise<Float32Array | null>;
};

export const builtInEmbedder: Embedder = {
  madeBy: 'built-in',
  dimensions: BUILT_IN_DIMENSIONS,
  embed: async () => null,
  embedQuery: async () => null,
};
