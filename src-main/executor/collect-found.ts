import type { Json } from '#contract/model/json.ts';
import { mergeProvenance, type ProvenanceMark } from '#contract/model/provenance.ts';
import type { Orm } from '#db/open-database.ts';
import { listCallsOfRun, type ToolCallRow } from '#db/repositories/tool-calls.ts';
import type { Found } from '#main/executor/resolve-args.ts';
import type { ToolBox } from '#main/executor/tool-box.ts';

/**
 * What the steps of a run have found so far. What was read from an account carries that account's
 * mark on top of the marks of what was asked; what lives on this computer is the person's own.
 */
export function collectFound(tools: ToolBox, orm: Orm, runId: string): Map<string, Found> {
  const found = new Map<string, Found>();
  for (const call of listCallsOfRun(orm, runId)) {
    const isDone = call.status === 'happened' || call.status === 'rehearsed';
    if (isDone && call.result !== null) noteFound(tools, found, call, call.result);
  }
  return found;
}

/** Adds what one call came to. */
export function noteFound(
  tools: ToolBox,
  found: Map<string, Found>,
  call: Pick<ToolCallRow, 'connector' | 'action' | 'stepId' | 'provenance'>,
  output: Json,
): void {
  const outside = marksOfOutput(tools, call, output);
  found.set(call.stepId, { output, provenance: mergeProvenance(call.provenance, outside) });
}

/** The marks of what a call found: those of the items that its action names, else one for the step. */
export function marksOfOutput(
  tools: ToolBox,
  { connector, action, stepId }: Pick<ToolCallRow, 'connector' | 'action' | 'stepId'>,
  output: Json,
): ProvenanceMark[] {
  const items = tools.find(action)?.itemsIn?.(output) ?? [];
  return (items.length > 0 ? items : [stepId]).flatMap((item) => outsideMarksOf(tools, connector, item));
}

/** A service's own names have no limit; marks do. */
const LONGEST_ITEM = 300;

/** The mark of what a connector tells about an item of its own. */
export const outsideMarksOf = (tools: ToolBox, connector: string, item: string): ProvenanceMark[] =>
  tools.livesOnComputer(connector) ? [] : [`outside:${connector}/${item.slice(0, LONGEST_ITEM)}`];
