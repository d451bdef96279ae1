import {
  findMemoryItem,
  insertMemoryItem,
  listMemoryItems,
  removeMemoryItem,
  updateMemoryItem,
} from '#db/repositories/memory-items.ts';
import { door, orNotFound } from '#main/api/door.ts';
import type { Refusal } from '#main/orchestrator/refusal.ts';

const noSuchItem: Refusal = { refused: 'not-found', says: 'That is not remembered (any more). Nothing was changed.' };

export const memory = {
  list: door.memory.list.handler(({ context: { engine } }) => ({ items: listMemoryItems(engine.journal.orm) })),
  add: door.memory.add.handler(({ input, context: { engine, actor } }) =>
    engine.journal.write((tx) => {
      const id = tx.newId();
      const stored = { source: actor, createdAt: tx.now, updatedAt: tx.now };
      insertMemoryItem(tx, { id, item: input.item, ...stored });
      tx.append({ actor, body: { kind: 'memory.changed', memoryId: id, change: 'added' } });
      return { ...input.item, id, ...stored };
    }),
  ),
  edit: door.memory.edit.handler(({ input, context: { engine, actor } }) =>
    engine.journal.write((tx) => {
      orNotFound(findMemoryItem(tx.orm, input.id), noSuchItem);
      updateMemoryItem(tx, input.id, input.item, tx.now);
      tx.append({ actor, body: { kind: 'memory.changed', memoryId: input.id, change: 'edited' } });
      return orNotFound(findMemoryItem(tx.orm, input.id), noSuchItem);
    }),
  ),
  remove: door.memory.remove.handler(({ input, context: { engine, actor } }) =>
    engine.journal.write((tx) => {
      orNotFound(findMemoryItem(tx.orm, input.id), noSuchItem);
      removeMemoryItem(tx, input.id);
      tx.append({ actor, body: { kind: 'memory.changed', memoryId: input.id, change: 'removed' } });
      return { id: input.id };
    }),
  ),
};
