import { z } from 'zod';
import type { Action } from '#connectors/sdk/action.ts';
import { defineAction } from '#connectors/sdk/define-action.ts';
import { changedSince, notFound } from '#connectors/sdk/failures.ts';
import { sayMoment } from '#connectors/sdk/say-time.ts';
import { t } from '#contract/language/t.ts';
import type { Json, JsonObject } from '#contract/model/json.ts';
import { memoryWordsOf } from '#contract/model/memory-item.ts';
import { fail, succeed } from '#contract/model/result.ts';
import { findMemoryRow, type MemoryRow } from '#db/repositories/memory-items.ts';
import type { Journal } from '#main/events/journal.ts';
import { eraseItem, putBack } from '#main/memory/keep-memory.ts';
import { WAY_BACK_DAYS } from '#main/memory/way-back-days.ts';

type Forgotten = { readonly row: Json };
const rowOf = ({ row }: Forgotten): MemoryRow => row as unknown as MemoryRow;

/** Its sentences leave the words out, so that what is forgotten doesn't stand in the log for having been forgotten. */
export const forget = (journal: Journal): Action =>
  defineAction({
    name: 'memory.forget',
    title: t`Forget something`,
    input: z.strictObject({ id: z.string().min(1).max(200) }),
    output: z.object({ id: z.string() }),
    risk: 'L2',
    scopes: [],
    delivery: 'exactly-once',
    labels: {},
    async look({ id }) {
      const row = findMemoryRow(journal.orm, id);
      if (!row) return notFound(t`anything like that in your memory`);
      return succeed({ before: { row: row as unknown as JsonObject }, version: row.updatedAt });
    },
    effect: () => ({ kind: 'file', audience: 'self', recipients: [], reversible: 'until' }),
    describe: (_input, before, view) => ({
      title: t`Forget what I learnt on ${sayMoment(rowOf(before).createdAt, view)}`,
      differences: [{ label: t`What I know`, before: memoryWordsOf(rowOf(before).item), after: null }],
      undo: t`Undo brings it back for ${WAY_BACK_DAYS} days; then it is gone for good.`,
    }),
    report: () => ({
      says: t`It is forgotten. Undo brings it back for ${WAY_BACK_DAYS} days; then it is gone for good.`,
      lines: [],
    }),
    async run({ id }, { before, mode }) {
      const row = findMemoryRow(journal.orm, id);
      if (row && row.updatedAt !== rowOf(before).updatedAt) return changedSince(t`what I was to forget`);
      if (row && mode === 'execute') await journal.write((tx) => eraseItem(tx, id, 'you', 'removed'));
      return succeed({ id });
    },
    findEarlier: async ({ id }) => succeed(findMemoryRow(journal.orm, id) ? null : { id }),
    readBack: async ({ id }) => succeed(findMemoryRow(journal.orm, id) === undefined),
    async undo(_output, { before, mode }) {
      if (before === null) return fail({ kind: 'not-undoable', because: t`What it was is no longer kept.` });
      if (mode === 'execute') await journal.write((tx) => putBack(tx, rowOf(before), 'you'));
      return succeed(null);
    },
  });
