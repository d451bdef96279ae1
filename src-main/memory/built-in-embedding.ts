import { foldText } from '#connectors/sdk/plain-text.ts';
import commonWords from '#resources/memory/common-words.json' with { type: 'json' };

export const BUILT_IN_DIMENSIONS = 384;

const COMMON = new Set(commonWords.map((word) => foldText(word)));
const COMMON_WEIGHT = 0.12;
/** What the pieces of a word count together, beside the word itself. */
const PIECES_WEIGHT = 0.9;
const SIZES = [3, 4];
/** The rest of a longer text adds little to where it lies, and costs as much. */
const MOST_WORDS = 300;

/** The words of a text, folded: no capitals, no accents. */
export const wordsOf = (text: string): readonly string[] => foldText(text).match(/[\p{L}\p{N}]+/gu) ?? [];

/** The words that tell something; all of them where none does. */
export function tellingWords(text: string): readonly string[] {
  const words = wordsOf(text);
  const telling = words.filter((word) => !COMMON.has(word));
  return telling.length > 0 ? telling : words;
}

/**
 * Where a text lies among others, without a model: each word, and each piece of three and four letters of it, adds a
 * direction of its own that follows from its letters. Texts that share words, or words of the same stem, lie close; it
 * knows nothing of what words mean, so “car” and “automobile” are strangers to it. Deterministic, of length one.
 */
export function embedBuiltIn(text: string): Float32Array {
  const sum = new Float32Array(BUILT_IN_DIMENSIONS);
  const counts = new Map<string, number>();
  for (const word of wordsOf(text).slice(0, MOST_WORDS)) counts.set(word, (counts.get(word) ?? 0) + 1);
  for (const [word, count] of counts) {
    const weight = (COMMON.has(word) ? COMMON_WEIGHT : 1) * Math.sqrt(count);
    addDirection(sum, word, weight);
    const pieces = piecesOf(word);
    const each = (weight * PIECES_WEIGHT) / Math.sqrt(pieces.length || 1);
    for (const piece of pieces) addDirection(sum, piece, each);
  }
  const length = Math.hypot(...sum);
  // What has no words lies nowhere in particular, but always at the same place.
  if (length === 0) return sum.fill(1 / Math.sqrt(BUILT_IN_DIMENSIONS));
  return sum.map((value) => value / length);
}

function piecesOf(word: string): readonly string[] {
  const framed = `<${word}>`;
  return SIZES.flatMap((size) =>
    Array.from({ length: Math.max(0, framed.length - size + 1) }, (_, at) => `#${framed.slice(at, at + size)}`),
  );
}

/** Adds or takes `weight` in each dimension, by bits that follow from the feature's letters. */
function addDirection(sum: Float32Array, feature: string, weight: number): void {
  let state = hashOf(feature);
  for (let at = 0; at < sum.length; at += 32) {
    state = nextState(state);
    for (let bit = 0, bits = state; bit < 32; bit += 1, bits >>>= 1) {
      sum[at + bit] = (sum[at + bit] ?? 0) + ((bits & 1) === 1 ? weight : -weight);
    }
  }
}

/** FNV-1a. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return hash >>> 0;
}

/** One step of a counter, mixed (the finaliser of MurmurHash3). */
function nextState(state: number): number {
  let mixed = (state + 0x9e3779b9) | 0;
  mixed = Math.imul(mixed ^ (mixed >>> 16), 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return (mixed ^ (mixed >>> 16)) >>> 0;
}
