import type { Json } from '#contract/model/json.ts';
import { pointerOf } from '#contract/model/json-pointer.ts';

export type WordsAt = { readonly path: string; readonly text: string };

/** Every text in a value, by JSON pointer from `place`. Numbers are told as they are written. */
export function* wordsIn(value: Json, place: readonly string[] = []): Generator<WordsAt> {
  if (typeof value === 'string' || typeof value === 'number') yield { path: pointerOf(place), text: String(value) };
  if (value === null || typeof value !== 'object') return;
  for (const [key, child] of Object.entries(value)) yield* wordsIn(child, [...place, key]);
}
