import type { Span } from '#main/planner/text/phrase.ts';
import type { Token } from '#main/planner/text/tokenise.ts';

/** A list of words and of words in a row, searched in one go. */
export type WordList = {
  /** The longest entry that begins at this token. */
  readonly at: (tokens: readonly Token[], at: number) => Span | null;
  /** The first entry in a stretch of tokens. */
  readonly findIn: (tokens: readonly Token[], from: number, to: number) => Span | null;
};

export function wordList(entries: readonly string[]): WordList {
  const byFirstWord = new Map<string, readonly (readonly string[])[]>();
  for (const entry of entries) {
    const words = entry.split(' ');
    const [first = ''] = words;
    byFirstWord.set(
      first,
      [...(byFirstWord.get(first) ?? []), words].sort((a, b) => b.length - a.length),
    );
  }
  const at = (tokens: readonly Token[], place: number): Span | null => {
    const candidates = byFirstWord.get(tokens[place]?.lower ?? '');
    const found = candidates?.find((words) => words.every((word, offset) => tokens[place + offset]?.lower === word));
    return found === undefined ? null : [place, place + found.length];
  };
  const findIn = (tokens: readonly Token[], from: number, to: number): Span | null => {
    for (let place = from; place < to; place += 1) {
      const found = at(tokens, place);
      if (found !== null && found[1] <= to) return found;
    }
    return null;
  };
  return { at, findIn };
}
