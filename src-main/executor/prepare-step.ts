import type { Action, Looked, View } from '#connectors/sdk/action.ts';
import { parseInput } from '#connectors/sdk/parse-input.ts';
import { capitalised } from '#connectors/sdk/plain-text.ts';
import { t } from '#contract/language/t.ts';
import { connectorOf } from '#contract/model/action-name.ts';
import type { Card, CardPerson, CardValue } from '#contract/model/card.ts';
import type { Effect } from '#contract/model/effect.ts';
import type { Instant } from '#contract/model/instant.ts';
import type { Json } from '#contract/model/json.ts';
import { pointerOf } from '#contract/model/json-pointer.ts';
import { isOutside, mergeProvenance, type Provenance, type ProvenanceMark } from '#contract/model/provenance.ts';
import { fail, type Result, succeed } from '#contract/model/result.ts';
import { highestRisk, type RiskTier } from '#contract/model/risk-tier.ts';
import type { Source } from '#contract/model/source.ts';
import type { TakenTime } from '#contract/model/stretch.ts';
import type { Orm } from '#db/open-database.ts';
import type { StepRow } from '#db/repositories/steps.ts';
import { digestOf } from '#main/approvals/digest.ts';
import type { Found } from '#main/executor/found.ts';
import { openValuesOf } from '#main/executor/open-values.ts';
import { peopleOf } from '#main/executor/people-of.ts';
import { provenanceOfPlace, resolveArgs } from '#main/executor/resolve-args.ts';
import { sourcesOf } from '#main/executor/sources-of.ts';
import { toldByPerson } from '#main/executor/told-by-person.ts';
import type { ToolBox } from '#main/executor/tool-box.ts';
import { wordsIn } from '#main/executor/words-in.ts';
import type { Proposal } from '#main/gate/check.ts';
import { proposalOfStep } from '#main/gate/proposal-of-card.ts';
import { raisedRisk } from '#policies/raise-risk.ts';

/** A step with its arguments filled in: what can be known of it without a look at the world. */
export type ResolvedStep = {
  readonly action: Action;
  readonly connector: string;
  readonly input: Json;
  readonly values: readonly CardValue[];
  readonly provenance: Provenance;
  /** The provenance of every argument by JSON pointer, as far as the template names it. */
  readonly places: ReadonlyMap<string, Provenance>;
  /** Everything outside that had a part in the arguments. */
  readonly sources: readonly Source[];
};

/** A step that was also looked at: all that the gate needs, and what its card and its consent are made from. */
export type PreparedStep = ResolvedStep & {
  readonly before: Json;
  /** The service's own version of what was looked at; empty where nothing was. */
  readonly version: string;
  readonly effect: Effect;
  readonly tier: RiskTier;
  /** The people among all addresses of it, by the names that they are saved under; null: no longer saved. */
  readonly people: readonly CardPerson[];
  /** Planned after something was read, so that nothing of it is done unseen. */
  readonly replanned: boolean;
  /** Every value that decides what is done, to whom and with what words: what the rules look at. */
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
  if (!action) return fail({ kind: 'refused', because: t`There is no action called ${step.tool}.` });
  const connector = connectorOf(action.name);
  if (!tools.isConnected(orm, connector)) return fail({ kind: 'needs-reconnect', provider: connector });

  const [open] = openValuesOf(step).values();
  if (open !== undefined) return fail({ kind: 'not-found', what: open });
  const resolved = resolveArgs(step.args, step.origins, found);
  if (!resolved.ok) return resolved;
  const input = parseInput(action, resolved.value.args);
  if (!input.ok) return input;
  const { provenance: places } = resolved.value;
  const provenance = mergeProvenance(...places.values());
  return succeed({
    action,
    connector,
    input: input.value,
    values: cardValues(orm, action, input.value, places, found),
    provenance,
    places,
    sources: allSources(orm, input.value, provenance, found),
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
  await tools.people.refresh();
  if (!action.look) return succeed(withoutLooking(tools, step, resolved, view.now));
  const looked = await action.look(input, tools.surroundings(connector, view));
  return looked.ok ? succeed(prepared(tools, step, resolved, looked.value, view.now)) : looked;
}

/** For an action that looks at nothing before it acts. */
export const withoutLooking = (tools: ToolBox, step: StepRow, resolved: ResolvedStep, now: Instant): PreparedStep =>
  prepared(tools, step, resolved, { before: null, version: '' }, now);

function prepared(
  tools: ToolBox,
  step: StepRow,
  resolved: ResolvedStep,
  looked: Looked<Json>,
  lookedAt: Instant,
): PreparedStep {
  const { action, connector, input } = resolved;
  const { before, version, taken = [] } = looked;
  const effect = action.effect(input, before);
  const tier = raisedRisk({ tier: highestRisk(action.risk, step.riskLevel), effect, known: isKnown(action) });
  const values = [...resolved.values, ...recipientsFromElsewhere(step, resolved, effect)];
  const { replanned } = step;
  const onlyLooks = tier === 'L0' && !replanned;
  const sinks = sinksOf({ ...resolved, values })
    .filter((sink) => !onlyLooks || isToldToOthers(tools, connector, sink))
    .map(({ path, provenance }) => ({ path, provenance }));
  const people = peopleOf(tools.people, values, effect, resolved.places);
  return { ...resolved, values, before, version, taken, lookedAt, effect, tier, sinks, replanned, people };
}

export const cardOf = ({ action, input, before, tier, effect, values, people }: PreparedStep, view: View): Card => ({
  ...action.describe(input, before, view),
  risk: tier,
  effect,
  values: [...values],
  ...(people.length > 0 && { people: [...people] }),
});

/**
 * What a consent to this step is bound to. Whoever was taken from the contacts is part of it: a card that says another
 * name, or no longer has the address, is another card.
 */
export const consentDigest = ({ action, input, effect, version, people }: PreparedStep): string => {
  const meant = people.filter(({ isMeant }) => isMeant).map(({ address, name }) => `${address} ${name ?? ''}`);
  return digestOf({ action: action.name, args: input, effect, version, ...(meant.length > 0 && { meant }) });
};

/** The step as the rules see it. */
export const proposalOf = (step: StepRow, { action, tier, effect, sinks }: PreparedStep): Proposal => ({
  ...proposalOfStep(step),
  action: action.name,
  known: isKnown(action),
  tier,
  effect,
  sinks,
});

/** Of a tool of another program, whether anybody has said what it does. */
const isKnown = ({ tool }: Action): boolean => tool?.isKnown ?? true;

type Sink = Pick<CardValue, 'path' | 'value' | 'provenance'>;

/**
 * What an argument decides is a sink, whether the card has a name for it or not: also an id that was found, and what an
 * action's own schema put there beside.
 */
function sinksOf({ input, values, places }: Pick<ResolvedStep, 'input' | 'values' | 'places'>): Sink[] {
  const isShown = new Set(values.map(({ path }) => path));
  const others = entriesOf(input)
    .map(([key, value]) => ({ value, path: pointerOf([key]), provenance: provenanceOfPlace(places, [key]) }))
    .filter(({ path, value }) => !isShown.has(path) && !isEmpty(value));
  return [...values, ...others];
}

/**
 * A look on this computer tells nobody anything. One at an account tells that account what is looked for: what somebody
 * else wrote may go there only when it came from there, and an address on the web leads to somebody else again.
 */
function isToldToOthers(tools: ToolBox, connector: string, { value, provenance }: Sink): boolean {
  const isLink = [...wordsIn(value)].some(({ text }) => /:\/\/|^\s*www\./i.test(text));
  const isTheirOwn = (mark: ProvenanceMark) => !isLink && mark.startsWith(`outside:${connector}/`);
  return !tools.livesOnComputer(connector) && provenance.some((mark) => isOutside(mark) && !isTheirOwn(mark));
}

/** Whoever receives it and stands in no argument was read from what was looked at: the sender of a letter, say. */
function recipientsFromElsewhere(
  step: StepRow,
  { action, input, connector }: ResolvedStep,
  { recipients }: Effect,
): CardValue[] {
  const said = new Set([...wordsIn(input)].map(({ text }) => text.trim().toLowerCase()));
  const value = recipients.filter((recipient) => !said.has(recipient.trim().toLowerCase()));
  if (value.length === 0) return [];
  const mark: ProvenanceMark = `outside:${connector}/${step.id}`;
  const source: Source = { mark, what: 'answer', title: action.title, by: null, words: null };
  return [{ path: 'effect/recipients', label: t`Goes to`, value, provenance: [mark], sources: [source] }];
}

/** Named values, and without a name those that are not the person's own: nothing that others decided is left unseen. */
function cardValues(
  orm: Orm,
  action: Action,
  input: Json,
  places: ReadonlyMap<string, Provenance>,
  found: ReadonlyMap<string, Found>,
): CardValue[] {
  return entriesOf(input).flatMap(([key, value]) => {
    const provenance = provenanceOfPlace(places, [key]);
    const isTrusted = provenance.length > 0 && provenance.every((mark) => !isOutside(mark) && mark !== 'model');
    const label = action.labels[key] ?? (isTrusted ? undefined : nameOf(key));
    if (label === undefined || isEmpty(value)) return [];
    const sources = allSources(orm, value, provenance, found);
    return [{ path: pointerOf([key]), label, value, provenance, ...(sources.length > 0 && { sources }) }];
  });
}

/** What was found by the run, and what the person told before it; each item once. */
function allSources(orm: Orm, value: Json, provenance: Provenance, found: ReadonlyMap<string, Found>): Source[] {
  const told = toldByPerson(orm, value, provenance);
  const marks = new Set<string>(told.map(({ mark }) => mark));
  return [...told, ...sourcesOf(value, provenance, found).filter(({ mark }) => !marks.has(mark))];
}

const entriesOf = (input: Json): [string, Json][] =>
  input === null || typeof input !== 'object' ? [] : Object.entries(input);

const isEmpty = (value: Json): boolean => value === null || value === '';

/** `fileName` as a person reads it: `File name`. */
const nameOf = (key: string): string => capitalised(key.replaceAll(/(?<=[a-z])(?=[A-Z])|[-_]+/g, ' ').toLowerCase());
