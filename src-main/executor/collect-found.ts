import { mergeProvenance, type ProvenanceMark } from '#contract/model/provenance.ts';
import type { Orm } from '#db/open-database.ts';
import { listCallsOfRun } from '#db/repositories/tool-calls.ts';
import type { Found } from '#main/executor/resolve-args.ts';
import type { ToolBox } from '#main/executor/tool-box.ts';

/**
 * What the steps of a run have found so far. What was read from an account carries that account's
 * mark on top of the marks of what was asked; what lives on this computer is the person's own.
 */
export function collectFound(tools: ToolBox, orm: Orm, runId: string): ReadonlyMap<string, Found> {
  const found = new Map<string, Found>();
  for (const call of listCallsOfRun(orm, runId)) {
    if (call.status !== 'happened' || call.result === null) continue;
    const outside = outsideMarksOf(tools, call.connector, call.stepId);
    found.set(call.stepId, { output: call.result, provenance: mergeProvenance(call.provenance, outside) });
  }
  return found;
}

/** The mark of what a connector tells about an item of its own. */
export function outsideMarksOf(tools: ToolBox, connector: string, item: string): ProvenanceMark[] {
  const found = tools.connectors.find(({ provider }) => provider === connector);
  return found?.lives === 'computer' ? [] : [`outside:${connector}/${item}`];
}
