import type { View } from '#connectors/sdk/action.ts';
import { type Json, JsonSchema } from '#contract/model/json.ts';
import type { Plan } from '#contract/model/plan.ts';
import type { Foreseen, RehearsedLine } from '#contract/model/rehearsal.ts';
import type { ConsentScope } from '#contract/model/standing-consent.ts';
import { assertNever } from '#contract/states/assert-never.ts';
import type { StepRow } from '#db/repositories/steps.ts';
import { mayBeAgreedAhead, scopeOf } from '#main/approvals/consent-scope.ts';
import { digestOfScope } from '#main/approvals/standing-consent.ts';
import { openContext } from '#main/executor/action-context.ts';
import { foundBy } from '#main/executor/collect-found.ts';
import type { Found } from '#main/executor/found.ts';
import { cardOf, lookFirst, type PreparedStep, proposalOf, resolveStep } from '#main/executor/prepare-step.ts';
import type { Engine } from '#main/orchestrator/engine.ts';
import { stepRows } from '#main/orchestrator/plan-run.ts';

type RehearsedSteps = { readonly lines: RehearsedLine[]; readonly scopes: ReadonlyMap<string, ConsentScope> };

/** Prepares every step as its run will, in the order in which they wait for each other, and asks the gate. */
export async function rehearseSteps(
  engine: Engine,
  plan: Plan,
  { at, timeZone }: { at: string; timeZone: string },
): Promise<RehearsedSteps> {
  const view: View = { now: at, timeZone, locale: engine.locale };
  const found = new Map<string, Found>();
  const scopes = new Map<string, ConsentScope>();
  const lines = new Map<string, RehearsedLine>();
  for (const step of inOrder(stepRows(plan, 'rehearsal', at))) {
    const resolved = resolveStep(engine.tools, engine.journal.orm, step, found);
    const prepared = resolved.ok ? await lookFirst(engine.tools, step, resolved.value, view) : resolved;
    const line = { stepId: step.id, says: step.name, action: step.tool };
    if (!prepared.ok) {
      const unknown = { because: [], card: null, digest: null, failure: prepared.failure };
      lines.set(step.id, { ...line, ...unknown, foreseen: 'not-known-yet' });
      continue;
    }
    const { verdict, because } = engine.gate.check(engine.journal.orm, proposalOf(step, prepared.value), {
      approved: false,
      paused: false,
      now: at,
    });
    const foreseen = foresee(verdict, prepared.value);
    const scope = scopeOf(prepared.value);
    if (foreseen === 'can-be-allowed') scopes.set(step.id, scope);
    const digest = foreseen === 'can-be-allowed' ? digestOfScope(scope) : null;
    lines.set(step.id, { ...line, foreseen, because, card: cardOf(prepared.value, view), digest, failure: null });
    const seen =
      verdict === 'allow' && prepared.value.tier === 'L0' ? await lookUp(engine, step, prepared.value, view) : null;
    if (seen) found.set(step.id, seen);
  }
  return { lines: plan.steps.flatMap(({ id }) => lines.get(id) ?? []), scopes };
}

function foresee(verdict: 'allow' | 'ask' | 'refuse', prepared: PreparedStep): Foreseen {
  switch (verdict) {
    case 'allow':
      return 'by-itself';
    case 'ask':
      return mayBeAgreedAhead(prepared) ? 'can-be-allowed' : 'always-asks';
    case 'refuse':
      return 'refused';
  }
  return assertNever(verdict);
}

/** What a look finds now stands in for what it will find then; what cannot be found leaves its followers unknown. */
async function lookUp(engine: Engine, step: StepRow, prepared: PreparedStep, view: View): Promise<Found | null> {
  const { action, connector, before, input, provenance } = prepared;
  const { context } = openContext(engine, { connector, key: `rehearsal.${step.id}`, before, mode: 'dry-run', view });
  const ran = await action.run(input, context).catch((error: unknown) => {
    engine.log.error({ error, action: action.name }, 'an action threw in a rehearsal');
    return { ok: false } as const;
  });
  if (!ran.ok) return null;
  const call = { connector, action: action.name, stepId: step.id };
  const output: Json = action.output.pipe(JsonSchema).parse(ran.value);
  return foundBy(engine.tools, engine.journal.orm, { ...call, provenance: [...provenance] }, output);
}

/** Each step after those that it waits for; the plan has no circles. */
function inOrder(steps: readonly StepRow[]): StepRow[] {
  const ordered: StepRow[] = [];
  const isPlaced = (id: string) => ordered.some((step) => step.id === id);
  for (let left = [...steps]; left.length > 0; left = left.filter(({ id }) => !isPlaced(id))) {
    const free = left.filter(({ dependsOn }) => dependsOn.every(isPlaced));
    if (free.length === 0) return [...ordered, ...left];
    ordered.push(...free);
  }
  return ordered;
}
