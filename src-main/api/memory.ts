import type { MemoryHit } from '#contract/api/memory.ts';
import { t } from '#contract/language/t.ts';
import type { MemoryItem } from '#contract/model/memory-item.ts';
import type { Orm } from '#db/open-database.ts';
import {
  countMemoryUses,
  findMemoryItem,
  findMemoryRow,
  listMemoryItems,
  listMemoryUses,
} from '#db/repositories/memory-items.ts';
import { door, orNotFound, refuseIf } from '#main/api/door.ts';
import { confirmItem, eraseItem, keepItem, typedIn } from '#main/memory/keep-memory.ts';
import type { Hit } from '#main/memory/recall.ts';
import { readRetention, saveRetention, withoutGaps } from '#main/memory/retention.ts';
import type { Refusal } from '#main/orchestrator/refusal.ts';

const noSuchItem: Refusal = { refused: 'not-found', says: t`That is not remembered (any more). Nothing was changed.` };
const notWaiting: Refusal = {
  refused: 'conflict',
  says: t`That does not wait for a yes any more. Nothing was changed.`,
};
const notKnown: Refusal = { refused: 'conflict', says: t`Only what is known can be corrected. Nothing was changed.` };

const usesOf = (orm: Orm, { id }: MemoryItem) => listMemoryUses(orm, id);

const shown = ({ what, title, words, at, itemId, runId }: Hit): MemoryHit => ({
  what,
  title,
  words: words.slice(0, 1_500),
  at,
  itemId,
  runId,
});

export const memory = {
  list: door.memory.list.handler(({ context: { engine } }) => ({
    items: listMemoryItems(engine.journal.orm),
    uses: countMemoryUses(engine.journal.orm),
  })),
  search: door.memory.search.handler(async ({ input: { text, limit }, context: { engine } }) => ({
    hits: (await engine.recall.find(text, { limit })).map(shown),
    madeBy: engine.recall.madeBy(),
  })),
  export: door.memory.export.handler(({ context: { engine } }) => {
    const { orm, now } = engine.journal;
    const items = listMemoryItems(orm).map((item) => {
      const usedIn = usesOf(orm, item);
      return { item, uses: usedIn.length, usedIn };
    });
    return { exportedAt: now(), items };
  }),
  uses: door.memory.uses.handler(({ input, context: { engine } }) => {
    const item = orNotFound(findMemoryItem(engine.journal.orm, input.id), noSuchItem);
    return { uses: usesOf(engine.journal.orm, item) };
  }),
  add: door.memory.add.handler(({ input: { item }, context: { engine, actor } }) =>
    engine.journal.write((tx) => keepItem(tx, { id: tx.newId(), item, actor, learning: typedIn })),
  ),
  correct: door.memory.correct.handler(({ input: { id, item }, context: { engine, actor } }) =>
    engine.journal.write((tx) => {
      const standing = orNotFound(findMemoryRow(tx.orm, id), noSuchItem);
      refuseIf(standing.status === 'known' ? null : notKnown);
      return keepItem(tx, { id: tx.newId(), item, actor, learning: typedIn, corrects: id });
    }),
  ),
  confirm: door.memory.confirm.handler(({ input: { id, yes }, context: { engine, actor } }) =>
    engine.journal.write((tx) => {
      const row = orNotFound(findMemoryRow(tx.orm, id), noSuchItem);
      refuseIf(row.status === 'waiting' ? null : notWaiting);
      if (yes) confirmItem(tx, row, actor);
      else eraseItem(tx, id, actor, 'declined');
      return { id, status: yes ? ('known' as const) : ('gone' as const) };
    }),
  ),
  remove: door.memory.remove.handler(({ input, context: { engine, actor } }) =>
    engine.journal.write((tx) => {
      orNotFound(findMemoryRow(tx.orm, input.id), noSuchItem);
      eraseItem(tx, input.id, actor, 'removed');
      return { id: input.id };
    }),
  ),
  retention: door.memory.retention.handler(({ context: { engine } }) => readRetention(engine.journal.orm)),
  setRetention: door.memory.setRetention.handler(({ input, context: { engine } }) =>
    engine.journal.write((tx) => {
      const retention = { ...readRetention(tx.orm), ...withoutGaps(input) };
      saveRetention(tx, retention, tx.now);
      return retention;
    }),
  ),
};
