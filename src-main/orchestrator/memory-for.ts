import type { MemoryItem } from '#contract/model/memory-item.ts';
import {
  countKnownFacts,
  listKnownPeople,
  listMemoryItems,
  listMemoryItemsById,
} from '#db/repositories/memory-items.ts';
import type { Engine } from '#main/orchestrator/engine.ts';
import type { PlanningRequest } from '#main/planner/planning-request.ts';

/** With more facts than this, planning looks at those that the sentence may be about. */
const FEW = 300;
const MOST = 60;

/** What is remembered, as far as planning this sentence needs it. What waits for a yes or was corrected is not among it. */
export async function memoryFor(
  { journal, recall, log }: Engine,
  { text, answers }: Pick<PlanningRequest, 'text' | 'answers'>,
): Promise<readonly MemoryItem[]> {
  const { orm } = journal;
  if (countKnownFacts(orm) <= FEW) return listMemoryItems(orm, 'known');
  const asked = [text, ...answers.map((answer) => answer.text)].join('\n').slice(0, 2_000);
  try {
    const hits = await recall.find(asked, { limit: MOST, shelves: ['memory'] });
    const facts = listMemoryItemsById(
      orm,
      hits.flatMap(({ itemId }) => itemId ?? []),
    );
    return [...listKnownPeople(orm), ...facts.filter(({ kind }) => kind !== 'person')];
  } catch (error) {
    log.error({ error }, 'nothing could be looked up in the memory, so only people are known to this plan');
    return listKnownPeople(orm);
  }
}
