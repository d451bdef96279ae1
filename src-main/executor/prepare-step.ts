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
import { raisedRisk } from '#policies/raise-risk.ts';

/** A step with its arguments filled in, looked at, and put into words: all that the gate and the person need. */
export type PreparedStep = {
  readonly action: Action;
  readonly connector: string;
  readonly input: Json;
  readonly before: Json;
  readonly effect: Effect;
  readonly tier: RiskTier;
  readonly card: Card;
  readonly digest: string;
  readonly provenance: Provenance;
  readonly sinks: readonly { path: string; provenance: Provenance }[];
  /** What took up calendar time around it when that was looked at, and when that was. */
  readonly taken: readonly TakenTime[];
  readonly lookedAt: Instant;
};

/** Resolves, checks and looks; changes nothing in the world. */
export async function prepareStep(
  tools: ToolBox,
  orm: Orm,
  step: StepRow,
  found: ReadonlyMap<string, Found>,
  view: View,
): Promise<Result<PreparedStep>> {
  const action = tools.find(step.tool);
  if (!action) return fail({ kind: 'refused', because: `There is no action called ${step.tool}.` });
  const connector = connectorOf(action.name);
  if (!tools.isConnected(orm, connector)) return fail({ kind: 'needs-reconnect', provider: connector });

  const resolved = resolveArgs(step.args, step.origins, found);
  if (!resolved.ok) return resolved;
  const input = parseInput(action, resolved.value.args);
  if (!input.ok) return input;

  const looked = action.look
    ? await action.look(input.value, tools.surroundings(connector, view))
    : succeed<Looked<Json>>({ before: null, version: '' });
  if (!looked.ok) return looked;

  const { before, version, taken = [] } = looked.value;
  const effect = action.effect(input.value, before);
  const tier = raisedRisk({ tier: highestRisk(action.risk, step.riskLevel), effect, known: true });
  const values = cardValues(action, input.value, resolved.value.provenance);
  return succeed({
    action,
    connector,
    input: input.value,
    before,
    effect,
    tier,
    card: { ...action.describe(input.value, before, view), risk: tier, effect, values },
    digest: digestOf({ action: action.name, args: input.value, effect, version }),
    provenance: mergeProvenance(...resolved.value.provenance.values()),
    sinks: tier === 'L0' ? [] : values.map(({ path, provenance }) => ({ path, provenance })),
    taken,
    lookedAt: view.now,
  });
}

function cardValues(action: Action, input: Json, provenance: ReadonlyMap<string, Provenance>): CardValue[] {
  if (input === null || typeof input !== 'object') return [];
  return Object.entries(input).flatMap(([key, value]) => {
    const label = action.labels[key];
    const path = pointerOf([key]);
    if (label === undefined || value === null || value === '') return [];
    return [{ path, label, value, provenance: provenance.get(path) ?? ['person' as const] }];
  });
}
