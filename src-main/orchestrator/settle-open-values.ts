import { Temporal } from 'temporal-polyfill';
import { parseInput } from '#connectors/sdk/parse-input.ts';
import { saidIn } from '#contract/language/said-in.ts';
import { t } from '#contract/language/t.ts';
import type { Failure } from '#contract/model/failure.ts';
import { pointerOf } from '#contract/model/json-pointer.ts';
import { type ArgTemplate, isReference } from '#contract/model/plan.ts';
import { isOutside, mergeProvenance, type Provenance } from '#contract/model/provenance.ts';
import { fail, type Result, succeed } from '#contract/model/result.ts';
import type { RunRow } from '#db/repositories/runs.ts';
import { type StepRow, updateStep } from '#db/repositories/steps.ts';
import type { JournalTx } from '#main/events/journal.ts';
import { type Found, wholeProvenance } from '#main/executor/found.ts';
import { openValuesOf } from '#main/executor/open-values.ts';
import { resolveArgs } from '#main/executor/resolve-args.ts';
import type { Engine } from '#main/orchestrator/engine.ts';
import type { RunWork } from '#main/orchestrator/run-work.ts';
import { originsOf } from '#main/orchestrator/verify-origins.ts';
import { domainsIn } from '#main/planner/domains-in.ts';
import type { ProposedValues } from '#main/roles/propose-tool-calls.ts';
import modelWords from '#resources/packs/everyday/models.json' with { type: 'json' };

const copy = saidIn(modelWords);

/** The arguments of a step without anything open, and where each of its literals came from. */
export type Settled = Pick<StepRow, 'args' | 'origins'> & { readonly places: readonly string[] };

/**
 * Has the open values of a step proposed from what the steps found that it waits for. They are held against the
 * action's own schema, and looked up as what any planner says of its values is: what is not in the person's words
 * carries the marks of everything that was read. Writes nothing; the gate is asked afterwards as ever.
 */
export async function settleOpenValues(
  engine: Pick<Engine, 'roles' | 'tools'>,
  run: RunRow,
  step: StepRow,
  { steps, found }: Pick<RunWork, 'steps' | 'found'>,
  signal: AbortSignal,
): Promise<Result<Settled>> {
  const action = engine.tools.find(step.tool);
  if (!action) return fail({ kind: 'refused', because: t`There is no action called ${step.tool}.` });
  const open = openValuesOf(step);
  const seen = foundBefore(step, steps, found);
  const words = [run.intent, ...run.givenAnswers.map(({ text }) => text)];
  const local = Temporal.Instant.from(run.createdAt).toZonedDateTimeISO(run.timeZone);
  const proposed = await engine.roles.proposeToolCalls({
    runId: run.id,
    automationId: run.automationId,
    signal,
    domains: domainsIn([...words, step.name].join('\n')),
    said: words,
    now: local.toPlainDateTime().toString({ smallestUnit: 'second' }),
    timeZone: run.timeZone,
    says: step.name,
    action,
    open,
    found: [...seen].map(([stepId, { output }]) => ({ stepId, output })),
    check(values) {
      const args = resolveArgs(withValues(step.args, values), {}, found);
      const input = args.ok ? parseInput(action, args.value.args) : args;
      return input.ok ? [] : [sayProblem(input.failure)];
    },
  });
  if (!proposed.ok) return fail(whyNotSettled(proposed.failure));
  const args = withValues(step.args, proposed.value);
  const read = mergeProvenance(...[...seen.values()].map(wholeProvenance)).filter(isOutside);
  return succeed({ args, origins: originsWith(step, args, proposed.value, { words, read }), places: [...open.keys()] });
}

/** Writes down what a step does now; it is told, and its values stand in its card and its call. */
export function keepSettled(tx: JournalTx, step: StepRow, { args, origins, places }: Settled): void {
  updateStep(tx, step, { args, origins, updatedAt: tx.now });
  const body = { kind: 'arguments.settled' as const, action: step.tool, says: step.name, places: [...places] };
  tx.append({ actor: 'planner', runId: step.runId, stepId: step.id, body });
}

/** What the steps found that this one waits for, directly or not. */
function foundBefore(
  { dependsOn }: StepRow,
  steps: ReadonlyMap<string, StepRow>,
  found: ReadonlyMap<string, Found>,
): ReadonlyMap<string, Found> {
  const before = new Set(dependsOn);
  for (const id of before) for (const earlier of steps.get(id)?.dependsOn ?? []) before.add(earlier);
  return new Map([...found].filter(([id]) => before.has(id)));
}

function withValues(template: ArgTemplate, values: ProposedValues, parts: readonly string[] = []): ArgTemplate {
  const value = values.get(pointerOf(parts));
  if (value !== undefined) return value;
  if (template === null || typeof template !== 'object' || isReference(template)) return template;
  if (Array.isArray(template)) return template.map((child, at) => withValues(child, values, [...parts, String(at)]));
  return Object.fromEntries(
    Object.entries(template).map(([key, child]) => [key, withValues(child, values, [...parts, key])]),
  );
}

/** Those of the plan stand for what it settled itself; what is new is looked up. */
function originsWith(
  { origins }: StepRow,
  args: ArgTemplate,
  values: ProposedValues,
  given: { readonly words: readonly string[]; readonly read: Provenance },
): Record<string, Provenance> {
  const places = [...values.keys()];
  const isNew = (at: string) => places.some((place) => at === place || at.startsWith(`${place}/`));
  const former = Object.entries(origins).flatMap(([at, marks]) => (isNew(at) ? marks.filter(isOutside) : []));
  const read = mergeProvenance(given.read, former);
  const lookedUp = originsOf({ args }, { words: given.words, read, memory: [] });
  return Object.fromEntries([
    ...Object.entries(origins).filter(([at]) => !isNew(at)),
    ...Object.entries(lookedUp).filter(([at]) => isNew(at)),
    // An object or list that is new as a whole, for what comes up inside of it.
    ...places
      .filter((place) => lookedUp[place] === undefined)
      .map((place) => [place, mergeProvenance(['model'], read)]),
  ]);
}

const sayProblem = (failure: Failure): string =>
  failure.kind === 'invalid-arguments' ? failure.problems.join(' ') : t`What it takes from earlier steps is not there.`;

/** Nothing was done. What needs another plan gets one; else who could fill it in is not there, and that is said. */
const whyNotSettled = (failure: Failure): Failure =>
  failure.kind === 'needs-another-plan' || failure.kind === 'refused'
    ? failure
    : { kind: 'refused', because: copy.notSettled };
