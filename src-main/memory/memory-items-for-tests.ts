import type { MemoryItem, NewMemoryItem } from '#contract/model/memory-item.ts';

const AT = '2026-11-01T10:00:00.000Z';

/** An item as it is once the person told it. */
export const knownItem = (id: string, item: NewMemoryItem, change: Partial<MemoryItem> = {}): MemoryItem =>
  ({
    ...item,
    id,
    source: 'you',
    createdAt: AT,
    updatedAt: AT,
    status: 'known',
    learnt: { by: 'said', at: AT, quote: null, runId: null, from: null },
    corrects: null,
    supersededAt: null,
    keptUntil: null,
    ...change,
  }) as MemoryItem;
