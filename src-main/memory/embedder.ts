import { BUILT_IN_DIMENSIONS } from '#main/memory/built-in-embedding.ts';
import type { ModelRouter } from '#main/model-router/model-router.ts';

/** Who makes the vectors of the index. Those of two are never mixed: with another one the index is made anew. */
export type Embedder = {
  readonly madeBy: string;
  readonly dimensions: number;
  /** Null: the index makes its own, by the built-in way. Throws when the model that makes them can't be asked now. */
  embed(texts: readonly string[]): Promise<readonly Float32Array[] | null>;
  /** Null: by the built-in way, or by words alone while a model can't be asked. */
  embedQuery(text: string): Promise<Float32Array | null>;
};

export const builtInEmbedder: Embedder = {
  madeBy: 'built-in',
  dimensions: BUILT_IN_DIMENSIONS,
  embed: async () => null,
  embedQuery: async () => null,
};

/** A query that takes longer is answered by words alone. */
const QUERY_WITHIN_MS = 2_000;
/** Sketches are made of whole groups of so many numbers. */
const GROUP = 16;

/** The first model that may be asked for this and answers; else the built-in way. */
export async function chooseEmbedder(models: Pick<ModelRouter, 'wouldAsk' | 'embed'>): Promise<Embedder> {
  const [by] = await models.wouldAsk('embedding');
  if (by === undefined) return builtInEmbedder;
  const ask = (texts: readonly string[], signal: AbortSignal) => models.embed(texts, by, signal);
  const tried = await ask(['A first text.'], AbortSignal.timeout(QUERY_WITHIN_MS * 5));
  const dimensions = tried.ok ? (tried.value[0]?.length ?? 0) : 0;
  if (dimensions === 0 || dimensions % GROUP !== 0) return builtInEmbedder;
  return {
    madeBy: `${by.provider}/${by.model}`,
    dimensions,
    async embed(texts) {
      const vectors = await ask(texts, AbortSignal.timeout(QUERY_WITHIN_MS * 30));
      if (!vectors.ok) throw new Error(`${by.model} could not be asked: ${vectors.failure.kind}`);
      if (vectors.value.some(({ length }) => length !== dimensions))
        throw new Error(`${by.model} changed its vectors.`);
      return vectors.value;
    },
    async embedQuery(text) {
      const vectors = await ask([text], AbortSignal.timeout(QUERY_WITHIN_MS));
      const vector = vectors.ok ? vectors.value[0] : undefined;
      return vector?.length === dimensions ? vector : null;
    },
  };
}
