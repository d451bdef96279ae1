import type { Approval } from '#contract/model/approval.ts';
import type { Orm } from '#db/open-database.ts';
import { findStep } from '#db/repositories/steps.ts';

/**
 * Cards of one request come in the order of its plan, whichever was asked first: one that has to look first is asked a
 * moment later. They keep the places that the request has among the others.
 */
export function inPlanOrder(orm: Orm, asked: readonly Approval[]): Approval[] {
  const byRun = Map.groupBy(asked, ({ runId }) => runId);
  const inOrder = new Map(
    [...byRun].map(([runId, cards]) => {
      const placed = cards.map((card) => ({ card, position: findStep(orm, runId, card.stepId)?.position ?? 0 }));
      return [
        runId,
        placed
          .sort((a, b) => a.position - b.position)
          .map(({ card }) => card)
          .values(),
      ];
    }),
  );
  return asked.map((card) => inOrder.get(card.runId)?.next().value ?? card);
}
