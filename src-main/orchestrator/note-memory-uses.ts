import { readPointer } from '#contract/model/json-pointer.ts';
import type { MemoryItem } from '#contract/model/memory-item.ts';
import type { Plan, PlannedStep } from '#contract/model/plan.ts';
import { insertMemoryUse, listMemoryItems } from '#db/repositories/memory-items.ts';
import type { RunRow } from '#db/repositories/runs.ts';
import type { JournalTx } from '#main/events/journal.ts';
import { wordsIn } from '#main/executor/words-in.ts';
import { toldFromMemory } from '#main/planner/with-model/plan-input.ts';

const FROM_MEMORY = /^(?:memory|contact|outside:memory\/)/;
const SHORTEST = 3;

/** Notes which remembered things a plan was made with: found by the values that stand in it, and all that a model was told. */
export function noteMemoryUses(tx: JournalTx, run: RunRow, plan: Plan): void {
  const values = plan.steps.flatMap(valuesFromMemory);
  if (values.length === 0 && plan.madeBy === 'built-in') return;
  const memory = listMemoryItems(tx.orm, 'known');
  const told = plan.madeBy === 'model' ? toldFromMemory({ text: run.intent, answers: run.givenAnswers, memory }) : [];
  const used = memory.filter((item) => values.some((value) => holds(item, value)));
  for (const { id } of [...told, ...used]) insertMemoryUse(tx, { memoryId: id, runId: run.id, at: tx.now });
}

function valuesFromMemory({ args, origins = {} }: PlannedStep): string[] {
  return Object.entries(origins).flatMap(([path, marks]) => {
    const value = marks.some((mark) => FROM_MEMORY.test(mark)) ? readPointer(args as never, path) : undefined;
    return value === undefined ? [] : [...wordsIn(value)].map(({ text }) => text.trim());
  });
}

/** A value that was taken from it stands in it; a text that greets somebody by name holds their first name. */
function holds(item: MemoryItem, value: string): boolean {
  if (value.length < SHORTEST) return false;
  if (item.kind !== 'person') return item.text.includes(value);
  return value.toLowerCase() === item.email.toLowerCase();
}
