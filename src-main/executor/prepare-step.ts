import type { Action, Looked, View } from '#connectors/sdk/action.ts';
import { parseInput } from '#connectors/sdk/parse-input.ts';
import { connectorOf } from '#contract/model/action-name.ts';
import type { Card, CardValue } from '#contract/model/card.ts';
import type { Effect } from '#contract/model/effect.ts';
import type { Instant } from '#contract/model/instant.ts';
import type { Json } from '#contract/model/json.ts';
import { mergeProvenance, type Provenance } from '#contract/model/provenance.ts';
import { fail, type Result, succeed } from '#contract/model/result.ts';
import { highestRisk, type RiskTier } from '#contract/model/risk-tier.ts';
import type { TakenTime } from '#contract/model/stretch.ts';
import type { Orm } from '#db/open-database.ts';
import type { StepRow } from '#db/repositories/steps.ts';
import { digestOf } from '#main/approvals/digest.ts';
import { pointerOf } from '#main/executor/json-pointer.ts';
import { type Found, resolveArgs } from '#main/executor/resolve-args.ts';
import type { ToolBox } from '#main/executor/tool-box.ts';
import type { Proposal } from '#main/gate/check.ts';
import { raisedRisk } from '#policies/raise-risk.ts';

/** A step with its arguments filled in: what can be known of it without a look at the world. */
export type ResolvedStep = {
  readonly action: Action;
  readonly connector: string;
  readonly input: Json;
  readonly values: readonly CardValue[];
  readonly provenance: Provenance;
};

/** A step that was also looked at: all that the gate needs, and what its card and its consent are made from. */
export type PreparedStep = ResolvedStep & {
  readonly before: Json;
  /** The service's own version of what was looked at; empty where nothing was. */
  readonly version: string;
  readonly effect: Effect;
  readonly tier: RiskTier;
  readonly sinks: readonly { path: string; provenance: Provenance }[];
  /** What took up calendar time around it when that was looked at, and when that was. */
  readonly taken: readonly TakenTime[];
  readonly lookedAt: Instant;
};

/** Fills in and checks the arguments of a step. */
export function resolveStep(
  tools: ToolBox,
  orm: Orm,
  step: StepRow,
  found: ReadonlyMap<string, Found>,
): Result<ResolvedStep> {
  const action = tools.find(step.tool);
  if (!action) return fail({ kind: 'refused', because: `There is no action called ${step.tool}.` });
  const connector = connectorOf(action.name);
  if (!tools.isConnected(orm, connector)) return fail({ kind: 'needs-reconnect', provider: connector });

  const resolved = resolveArgs(step.args, step.origins, found);
  if (!resolved.ok) return resolved;
  const input = parseInput(action, resolved.value.args);
  if (!input.ok) return input;
  return succeed({
    action,
    connector,
    input: input.value,
    values: cardValues(action, input.value, resolved.value.provenance),
    provenance: mergeProvenance(...resolved.value.provenance.values()),
  });
}

/** Looks at what a step would change; changes nothing. */
export async function lookFirst(
  tools: ToolBox,
  step: StepRow,
  resolved: ResolvedStep,
  view: View,
): Promise<Result<PreparedStep>> {
  const { action, connector, input } = resolved;
  if (!action.look) return succeed(withoutLooking(step, resolved, view.now));
  const looked = await action.look(input, tools.surroundings(connector, view));
  return looked.ok ? succeed(prepared(step, resolved, looked.value, view.now)) : looked;
}

/** For an action that looks at nothing before it acts. */
export const withoutLooking = (step: StepRow, resolved: ResolvedStep, now: Instant): PreparedStep =>
  prepared(step, resolved, { before: null, version: '' }, now);

function prepared(step: StepRow, resolved: ResolvedStep, looked: Looked<Json>, lookedAt: Instant): PreparedStep {
  const { action, input, values } = resolved;
  const { before, version, taken = [] } = looked;
  const effect = action.effect(input, before);
  const tier = raisedRisk({ tier: highestRisk(action.risk, step.riskLevel), effect, known: true });
  const sinks = tier === 'L0' ? [] : values.map(({ path, provenance }) => ({ path, provenance }));
  return { ...resolved, before, version, taken, lookedAt, effect, tier, sinks };
}

export const cardOf = ({ action, input, before, tier, effect, values }: PreparedStep, view: View): Card => ({
  ...action.describe(input, before, view),
  risk: tier,
  effect,
  values: [...values],
});

/** What a consent to this step is bound to. */
export const consentDigest = ({ action, input, effect, version }: PreparedStep): string =>
  digestOf({ action: action.name, args: input, effect, version });

/** The step as the rules see it. */
export const proposalOf = ({ runId, id, domain, confidence }: StepRow, prepared: PreparedStep): Proposal => ({
  step: { runId, id },
  domain: domain ?? 'everyday',
  confidence,
  action: prepared.action.name,
  known: true,
  tier: prepared.tier,
  effect: prepared.effect,
  sinks: prepared.sinks,
});

function cardValues(action: Action, input: Json, provenance: ReadonlyMap<string, Provenance>): CardValue[] {
  if (input === null || typeof input !== 'object') return [];
  return Object.entries(input).flatMap(([key, value]) => {
    const label = action.labels[key];
    const path = pointerOf([key]);
    if (label === undefined || value === null || value === '') return [];
    return [{ path, label, value, provenance: provenance.get(path) ?? ['person' as const] }];
  });
}
