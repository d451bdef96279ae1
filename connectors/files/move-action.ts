import { findMoves, MovedSchema, type MovePlan, moveBack, runMoves, seeMoves } from '#connectors/files/moves.ts';
import type { ActionContext } from '#connectors/sdk/action.ts';
import { t } from '#contract/language/t.ts';

/** What every action has in common that brings files to another place, whatever decided which and where. */
export const moveAction = {
  output: MovedSchema,
  risk: 'L2',
  scopes: [t`move and rename things in the folders that you picked`],
  delivery: 'exactly-once',
  run: (_input: unknown, context: ActionContext<MovePlan>) => runMoves(context.before, context),
  findEarlier: (_input: unknown, context: ActionContext<MovePlan>) => findMoves(context.before, context),
  readBack: seeMoves,
  undo: moveBack,
} as const;
