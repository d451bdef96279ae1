/** Numbers from 0 up to 1 that are the same for the same seed (mulberry32). */
export function drawFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** The same for the same words, whenever it is asked: what a person decides about one thing, over every restart. */
export function drawFor(seed: number, ...words: readonly string[]): number {
  let hash = seed;
  for (const character of words.join(' ')) hash = Math.imul(hash ^ character.charCodeAt(0), 0x01000193);
  return drawFrom(hash)();
}

export const oneOf = <T>(random: number, ...choices: readonly [T, ...T[]]): T =>
  choices[Math.floor(random * choices.length)] ?? choices[0];
