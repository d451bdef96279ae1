// Items as a life has them: vectors that lie in clusters, and words of which a few are everywhere.
export const DIMENSIONS = 384;
const CLUSTERS = 1_000;
const VOCABULARY = 30_000;
const WORDS_EACH = 12;
/** How far an item lies from the middle of its cluster, and a question from the item that it is about. */
const SPREAD = 0.9;
const ASIDE = 0.6;

export type MadeUp = {
  readonly vectors: Float32Array;
  textOf(at: number): string;
  vectorOf(at: number): Float32Array;
  /** A question near an item, in some of its words. */
  question(): { readonly text: string; readonly vector: Float32Array };
};

/** The same for the same seed. */
export function makeUp(count: number, seed: number): MadeUp {
  const random = xorshift(seed);
  const normal = () => Math.sqrt(-2 * Math.log(random() + 1e-12)) * Math.cos(2 * Math.PI * random());
  const direction = () => Float32Array.from({ length: DIMENSIONS }, normal);
  const centres = Array.from({ length: CLUSTERS }, () => unit(direction()));
  const vectors = new Float32Array(count * DIMENSIONS);
  const words = new Uint16Array(count * WORDS_EACH);
  // Of a language's words a few make up most of a text.
  const word = () => Math.min(VOCABULARY - 1, Math.floor(VOCABULARY ** random()) - 1);
  for (let at = 0; at < count; at += 1) {
    vectors.set(near(centres[Math.floor(random() * CLUSTERS)] as Float32Array, SPREAD), at * DIMENSIONS);
    for (let place = 0; place < WORDS_EACH; place += 1) words[at * WORDS_EACH + place] = word();
  }

  function near(middle: Float32Array, by: number): Float32Array {
    const aside = unit(direction());
    return unit(middle.map((value, at) => value + by * (aside[at] as number)));
  }
  const wordsOf = (at: number) => [...words.subarray(at * WORDS_EACH, (at + 1) * WORDS_EACH)].map(spell);
  const vectorOf = (at: number) => vectors.slice(at * DIMENSIONS, (at + 1) * DIMENSIONS);

  return {
    vectors,
    vectorOf,
    textOf: (at) => wordsOf(at).join(' '),
    question() {
      const at = Math.floor(random() * count);
      const text = wordsOf(at).filter(() => random() < 0.4);
      return { text: text.join(' ') || spell(0), vector: near(vectorOf(at), ASIDE) };
    },
  };
}

const SYLLABLES = ['ba', 'ce', 'di', 'fo', 'gu', 'ha', 'je', 'ki', 'lo', 'mu', 'na', 'pe', 'ri', 'so', 'tu', 'va'];

/** A word for a number, so that words share pieces as those of a language do. */
function spell(number: number): string {
  let [word, rest] = ['', number + 17];
  while (rest > 0) {
    word += SYLLABLES[rest % SYLLABLES.length];
    rest = Math.floor(rest / SYLLABLES.length);
  }
  return word;
}

function unit(vector: Float32Array): Float32Array {
  let sum = 0;
  for (const value of vector) sum += value * value;
  const length = Math.sqrt(sum);
  return vector.map((value) => value / length);
}

function xorshift(seed: number): () => number {
  let state = seed;
  return () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) / 2 ** 32;
  };
}
