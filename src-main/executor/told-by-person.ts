import type { Json } from '#contract/model/json.ts';
import { memoryWordsOf } from '#contract/model/memory-item.ts';
import type { Provenance } from '#contract/model/provenance.ts';
import type { Source } from '#contract/model/source.ts';
import type { Orm } from '#db/open-database.ts';
import { findMemoryRow, listMemoryRows, type MemoryRow } from '#db/repositories/memory-items.ts';
import { wordsIn } from '#main/executor/words-in.ts';

const MARK = 'outside:memory/';
const SHORTEST = 3;
const MOST_SHOWN = 300;

/**
 * The remembered words that a value stands in, so that the card can show them: what the person told earlier, or what
 * came from somebody else's words. They are looked up by the value, so nobody can claim them.
 */
export function toldByPerson(orm: Orm, value: Json, provenance: Provenance): Source[] {
  const texts = [...wordsIn(value)].map(({ text }) => text.trim()).filter(({ length }) => length >= SHORTEST);
  return provenance.flatMap((mark): Source[] => {
    if (mark.startsWith(MARK)) {
      const row = findMemoryRow(orm, mark.slice(MARK.length));
      return row ? [sourceOf(row, mark, texts)] : [];
    }
    if (mark !== 'memory') return [];
    const row = listMemoryRows(orm, 'known').findLast((each) => texts.some((text) => shownWords(each).includes(text)));
    return row ? [sourceOf(row, mark, texts)] : [];
  });
}

const shownWords = ({ item }: MemoryRow): string => memoryWordsOf(item);

function sourceOf(row: MemoryRow, mark: Source['mark'], texts: readonly string[]): Source {
  const quote = shownWords(row).slice(0, MOST_SHOWN);
  const text = texts.find((each) => quote.includes(each));
  const start = text === undefined ? 0 : quote.indexOf(text);
  const words = text === undefined ? null : { quote, start, end: start + text.length };
  return { mark, what: 'memory', title: row.createdAt, by: null, words };
}
