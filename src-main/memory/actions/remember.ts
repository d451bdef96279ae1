import { z } from 'zod';
import type { Action } from '#connectors/sdk/action.ts';
import { defineAction } from '#connectors/sdk/define-action.ts';
import { deriveId } from '#connectors/sdk/derive-id.ts';
import { changesOwn } from '#connectors/sdk/effects.ts';
import { changedSince } from '#connectors/sdk/failures.ts';
import { t } from '#contract/language/t.ts';
import { NewMemoryItemSchema } from '#contract/model/memory-item.ts';
import { succeed } from '#contract/model/result.ts';
import { findMemoryRow } from '#db/repositories/memory-items.ts';
import type { Journal } from '#main/events/journal.ts';
import { isWhole, itemOf, SaidShape, sayItem, sayNotWhole } from '#main/memory/actions/said.ts';
import { eraseItem, keepItem } from '#main/memory/keep-memory.ts';
import { learntInCall } from '#main/memory/learnt-in-call.ts';

const OutputSchema = z.object({ id: z.string(), item: NewMemoryItemSchema, waits: z.boolean() });

export const remember = (journal: Journal): Action =>
  defineAction({
    name: 'memory.remember',
    title: t`Remember something`,
    input: z.strictObject(SaidShape).refine(isWhole, sayNotWhole),
    output: OutputSchema,
    risk: 'L1',
    scopes: [],
    delivery: 'exactly-once',
    labels: { text: t`To remember`, email: t`Email` },
    effect: () => changesOwn,
    describe: (said) => ({
      title: t`Remember: ${sayItem(itemOf(said))}`,
      differences: [],
      undo: t`Undo makes me forget it again.`,
    }),
    report: ({ item, waits }) => ({
      says: waits
        ? t`${sayItem(item)} waits under Memory: I use it once you say yes to it there.`
        : t`I’ll remember: ${sayItem(item)}.`,
      lines: [],
    }),
    async run(said, { key, mode }) {
      const [id, item] = [deriveId(key), itemOf(said)];
      const learning = learntInCall(journal.orm, key);
      if (mode === 'execute') await journal.write((tx) => keepItem(tx, { id, item, actor: 'you', learning }));
      return succeed({ id, item, waits: learning.status === 'waiting' });
    },
    async findEarlier(_said, { key }) {
      const row = findMemoryRow(journal.orm, deriveId(key));
      return succeed(row ? { id: row.id, item: row.item, waits: row.status === 'waiting' } : null);
    },
    readBack: async ({ id }) => succeed(findMemoryRow(journal.orm, id) !== undefined),
    async undo({ id }, { mode, overwrite }) {
      const row = findMemoryRow(journal.orm, id);
      if (!row) return succeed(null);
      if (row.status === 'superseded' && !overwrite) return changedSince(t`what you told me: you corrected it since`);
      if (mode === 'execute') await journal.write((tx) => eraseItem(tx, id, 'you', 'removed'));
      return succeed(null);
    },
  });
