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
  call: Pick<ToolCallRow, 'connector' | 'stepId' | 'provenance'>,
  output: Json,
): void {
  const outside = outsideMarksOf(tools, call.connector, call.stepId);
  found.set(call.stepId, { output, provenance: mergeProvenance(call.provenance, outside) });
}

/** The mark of what a connector tells about an item of its own. */
export const outsideMarksOf = (tools: ToolBox, connector: string, item: string): ProvenanceMark[] =>
  tools.livesOnComputer(connector) ? [] : [`outside:${connector}/${item}`];
