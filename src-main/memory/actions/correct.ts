import { z } from 'zod';
import type { Action } from '#connectors/sdk/action.ts';
import { defineAction } from '#connectors/sdk/define-action.ts';
import { deriveId } from '#connectors/sdk/derive-id.ts';
import { changesOwn } from '#connectors/sdk/effects.ts';
import { changedSince, notFound } from '#connectors/sdk/failures.ts';
import { t } from '#contract/language/t.ts';
import { memoryWordsOf, NewMemoryItemSchema } from '#contract/model/memory-item.ts';
import { succeed } from '#contract/model/result.ts';
import { findMemoryRow } from '#db/repositories/memory-items.ts';
import type { Journal } from '#main/events/journal.ts';
import { isWhole, itemOf, SaidShape, sayItem, sayNotWhole } from '#main/memory/actions/said.ts';
import { eraseItem, keepItem, reinstate } from '#main/memory/keep-memory.ts';
import { learntInCall } from '#main/memory/learnt-in-call.ts';

const OutputSchema = z.object({
  id: z.string(),
  corrects: z.string(),
  item: NewMemoryItemSchema,
  waits: z.boolean(),
});

export const correct = (journal: Journal): Action =>
  defineAction({
    name: 'memory.correct',
    title: t`Correct something remembered`,
    input: z.strictObject({ id: z.string().min(1).max(200), ...SaidShape }).refine(isWhole, sayNotWhole),
    output: OutputSchema,
    risk: 'L1',
    scopes: [],
    delivery: 'exactly-once',
    labels: { text: t`To remember`, email: t`Email` },
    async look({ id }) {
      const row = findMemoryRow(journal.orm, id);
      if (row?.status !== 'known') return notFound(t`what this corrects`);
      return succeed({ before: { words: memoryWordsOf(row.item) }, version: row.updatedAt });
    },
    effect: () => changesOwn,
    describe: (said, { words }) => ({
      title: t`Remember instead: ${sayItem(itemOf(said))}`,
      differences: [{ label: t`What I know`, before: words, after: memoryWordsOf(itemOf(said)) }],
      undo: t`Undo brings back what I knew before.`,
    }),
    report: ({ item, waits }) => ({
      says: waits
        ? t`${sayItem(item)} waits under Memory: it takes the place of what I know once you say yes to it there.`
        : t`I’ll remember instead: ${sayItem(item)}.`,
      lines: [],
    }),
    async run({ id: corrects, ...said }, { key, mode }) {
      const [id, item] = [deriveId(key), itemOf(said)];
      const learning = learntInCall(journal.orm, key);
      const stands = findMemoryRow(journal.orm, id) !== undefined;
      if (!stands && findMemoryRow(journal.orm, corrects)?.status !== 'known') {
        return changedSince(t`what this corrects`);
      }
      if (mode === 'execute') await journal.write((tx) => keepItem(tx, { id, item, actor: 'you', learning, corrects }));
      return succeed({ id, corrects, item, waits: learning.status === 'waiting' });
    },
    async findEarlier({ id: corrects }, { key }) {
      const row = findMemoryRow(journal.orm, deriveId(key));
      return succeed(row ? { id: row.id, corrects, item: row.item, waits: row.status === 'waiting' } : null);
    },
    readBack: async ({ id }) => succeed(findMemoryRow(journal.orm, id) !== undefined),
    async undo({ id, corrects }, { mode, overwrite }) {
      const row = findMemoryRow(journal.orm, id);
      if (!row && findMemoryRow(journal.orm, corrects)?.status !== 'superseded') return succeed(null);
      if (row?.status === 'superseded' && !overwrite) return changedSince(t`what you told me: you corrected it again`);
      if (mode === 'execute') {
        await journal.write((tx) => {
          if (row) eraseItem(tx, id, 'you', 'removed');
          reinstate(tx, corrects, 'you');
        });
      }
      return succeed(null);
    },
  });
