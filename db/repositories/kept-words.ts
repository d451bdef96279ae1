import type { Orm, Tx } from '#db/open-database.ts';
import { rowsOf } from '#db/rows-of.ts';
import { keptWords } from '#db/schema/kept-words.ts';

export type KeptWordsRow = typeof keptWords.$inferSelect;

const rows = rowsOf(keptWords);
const listOf = rows.lister(['connector'], 'ORDER BY rowid');

export function insertKeptWords(tx: Tx, row: KeptWordsRow): void {
  rows.insert(tx.orm, row);
}

/** What was put into a connector's files, in the order in which it was. */
export const listKeptWords = (orm: Orm, connector: string): KeptWordsRow[] => listOf(orm, connector);
