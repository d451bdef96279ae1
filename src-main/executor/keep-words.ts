import type { Json } from '#contract/model/json.ts';
import { isOutside } from '#contract/model/provenance.ts';
import type { OutsideItem } from '#contract/model/source.ts';
import type { Orm } from '#db/open-database.ts';
import { insertKeptWords, listKeptWords } from '#db/repositories/kept-words.ts';
import type { JournalTx } from '#main/events/journal.ts';
import type { FoundPart } from '#main/executor/found.ts';
import type { PreparedStep } from '#main/executor/prepare-step.ts';
import { provenanceOfPlace } from '#main/executor/resolve-args.ts';
import { wordsIn } from '#main/executor/words-in.ts';

/** Shorter words are found everywhere and say nothing. */
const SHORTEST = 4;
/** A line counts by itself from so many characters on: lists and notes are read line by line. */
const SHORTEST_LINE = 12;
const ADDRESS_OR_LINK = /[^\s<>()"']+@[^\s<>()"',;]+|https?:\/\/[^\s<>"')]+/gu;

/** Remembers whose words were put into what the person keeps on this computer. */
export function keepWords(
  tx: JournalTx,
  connector: string,
  { input, places, sources }: Pick<PreparedStep, 'input' | 'places' | 'sources'>,
): void {
  if (![...places.values()].some((marks) => marks.some(isOutside))) return;
  const known = new Set<string>();
  for (const { path, text } of wordsIn(input)) {
    const marks = provenanceOfPlace(places, path.split('/').slice(1)).filter(isOutside);
    for (const mark of marks) {
      const item = sources.find((source) => source.mark === mark) ?? unnamed(mark);
      for (const words of piecesOf(text)) {
        const id = `${mark} ${words}`;
        if (known.has(id)) continue;
        known.add(id);
        const { what, title, by } = item;
        insertKeptWords(tx, { id: tx.newId(), connector, words, mark, item: { what, title, by }, createdAt: tx.now });
      }
    }
  }
}

const unnamed = (mark: string): OutsideItem => ({
  what: 'answer',
  title: mark.slice(mark.indexOf(':') + 1, mark.indexOf('/')),
  by: null,
});

/** The whole, its longer lines, and every address and link in it: what may be read out of it again by itself. */
function piecesOf(text: string): string[] {
  const lines = text.split('\n').filter((line) => line.trim().length >= SHORTEST_LINE);
  const pieces = [text, ...lines, ...(text.match(ADDRESS_OR_LINK) ?? [])].map((piece) => piece.trim());
  return [...new Set(pieces)].filter((piece) => piece.length >= SHORTEST);
}

/** The parts of what was read on this computer in which somebody else's words stand. */
export function keptWordsIn(orm: Orm, connector: string, output: Json): FoundPart[] {
  const kept = listKeptWords(orm, connector);
  if (kept.length === 0) return [];
  return [...wordsIn(output)].flatMap(({ path, text }) =>
    kept
      .filter(({ words }) => text.includes(words) || (text.length >= SHORTEST && words.includes(text.trim())))
      .map(({ mark, item }) => ({ path, mark, of: item })),
  );
}
