import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { testAccountTroubles } from '#connectors/sdk/account.testsuite.ts';
import type { Action, Surroundings } from '#connectors/sdk/action.ts';
import { computeCapability } from '#connectors/sdk/capability.ts';
import { type Shown, testChange } from '#connectors/sdk/change.testsuite.ts';
import type { Connector } from '#connectors/sdk/connector.ts';
import { testInEveryScript, testOnClocks } from '#connectors/sdk/everywhere.testsuite.ts';
import { parseInput } from '#connectors/sdk/parse-input.ts';
import {
  expectDeterministic,
  expectPlainProblem,
  expectWords,
  wordsOfCard,
  wordsOfReport,
} from '#connectors/sdk/spoken-words.testsuite.ts';
import {
  actionOf,
  contextOf,
  type OpenTrial,
  openTrialWorld,
  outputOf,
  type TrialService,
  type TrialWorld,
  takeUp,
  trialView,
} from '#connectors/sdk/trial-world.testsuite.ts';
import type { ActionName } from '#contract/model/action-name.ts';
import { ActionCardSchema } from '#contract/model/card.ts';
import { EffectSchema } from '#contract/model/effect.ts';
import type { Json, JsonObject } from '#contract/model/json.ts';
import { ReportSchema } from '#contract/model/run.ts';

/** One action tried on something real. */
export type ActionTrial = {
  readonly action: ActionName;
  /** In words, when an action has several trials: `one of a series`. */
  readonly called?: string;
  /** The input; may first do other actions in this world (`given.run(...)`) to have something to act on. */
  readonly input: (given: Given) => Promise<unknown> | unknown;
  /**
   * What the person does to the result afterwards by hand; undo must then answer `changed-since` and keep it, and
   * put everything back as it was once the person wants it taken back all the same.
   * Absent for what only looks and where nothing can be altered.
   */
  readonly disturb?: (world: Surroundings, output: Json) => Promise<void>;
  readonly finds?: Pages;
};

/** For what looks: how many there were to be found, more than come in one answer of the service, and how many it found. */
type Pages = { readonly of: number; count(output: Json): number };

export type Given = {
  readonly surroundings: Surroundings;
  /** Where the picked folders `Downloads` and `Documents` lie. */
  readonly home: string;
  /** Does another action under a key of its own, throws when it fails, answers its output. */
  run(action: ActionName, input: unknown): Promise<Json>;
};

/** Fields that point at things for the program; what they mean is said by the card’s sentences. */
const technicalFields = new Set(['id', 'uid', 'fileName', 'folder', 'occurrence', 'timeZone', 'rrule']);

/**
 * The gate for every connector: it holds each action to what `ActionDefinition` promises, on real files
 * (for an account: against the real server that `openService` gives each trial) and in a world that breaks off in the middle. Fails when an action has no trial.
 */
export function testConnector(
  connector: Connector,
  trials: readonly ActionTrial[],
  openService?: () => Promise<TrialService>,
): void {
  it('tries every one of its actions', () => {
    const tried = new Set(trials.map(({ action }) => action));
    expect([...tried].sort()).toEqual(connector.actions.map(({ name }) => name).sort());
  });

  const shown: Shown = new Set();
  for (const trial of trials) {
    describe(trial.called === undefined ? trial.action : `${trial.action}, ${trial.called}`, () => {
      testAction(connector, trial, trials, shown, openService);
    });
  }

  it('is called what its trials have shown', () => {
    const actions = connector.actions.map((action) => withShownOnly(action, shown));
    expect(computeCapability({ actions })).toBe(computeCapability(connector));
  });
}

function testAction(
  connector: Connector,
  trial: ActionTrial,
  trials: readonly ActionTrial[],
  shown: Shown,
  openService?: () => Promise<TrialService>,
): void {
  const action = actionOf(connector, trial.action);
  const openIn = async (world: TrialWorld): Promise<OpenTrial> => {
    const raw = await trial.input(world);
    return { world, ...(await takeUp(action, raw, world.surroundings)) };
  };

  describe('in words', () => {
    let opened: OpenTrial;
    beforeAll(async () => {
      opened = await openIn(await openTrialWorld(connector, openService));
    });
    afterAll(() => opened?.world.close());
    testSelfDescription(action, () => opened);
    testInput(action, () => opened);
  });

  let world: TrialWorld;
  beforeEach(async () => {
    world = await openTrialWorld(connector, openService);
  });
  afterEach(() => world.close());
  const open = (): Promise<OpenTrial> => openIn(world);

  if (action.risk === 'L0') testLook(action, open);
  else testChange(action, open, shown, trial.disturb);
  testInEveryScript(action, open);
  if (trial.finds) testPages(action, open, trial.finds);
  // A service in trouble, or on another clock, is the same for every input of an action; asking it takes long.
  const isOneMore = trials.find(({ action: name }) => name === action.name) !== trial;
  if (openService && isOneMore) return;
  testOnClocks(action, open);
  if (openService) testAccountTroubles(action, open);
}

/** An action with those of its abilities alone that a trial has shown. */
function withShownOnly(action: Action, shown: Shown): Action {
  const { findEarlier, readBack, undo, ...rest } = action;
  return {
    ...rest,
    ...(findEarlier && shown.has(`${action.name} findEarlier`) && { findEarlier }),
    ...(readBack && shown.has(`${action.name} readBack`) && { readBack }),
    ...(undo && shown.has(`${action.name} undo`) && { undo }),
  };
}

function testSelfDescription(action: Action, opened: () => OpenTrial): void {
  it('says what it will do, in words without holes, and the same every time', () => {
    const { input, before } = opened();
    const card = expectDeterministic(() => action.describe(input, before, trialView));
    expectWords(wordsOfCard(ActionCardSchema.parse(card)));
    expectWords([action.title, ...Object.values(action.labels)]);
  });

  it('says it in other places and to other habits too', () => {
    const { input, before } = opened();
    for (const [locale, timeZone] of [
      ['en-US', 'America/New_York'],
      ['de-DE', 'Asia/Kathmandu'],
      ['ar-EG', 'Pacific/Apia'],
    ] as const) {
      expectWords(wordsOfCard(action.describe(input, before, { ...trialView, locale, timeZone })));
    }
  });

  it('states its effect, and that it can be taken back only if it can', () => {
    const { input, before } = opened();
    const effect = EffectSchema.parse(expectDeterministic(() => action.effect(input, before)));
    if (action.risk === 'L0') expect(effect.kind).toBe('none');
    else expect(effect.reversible === 'no').toBe(action.undo === undefined);
  });
}

function testInput(action: Action, opened: () => OpenTrial): void {
  const fields = fieldsOf(action);

  it('names every field that the person sees', () => {
    const unnamed = fields.filter((field) => action.labels[field] === undefined && !technicalFields.has(field));
    expect(unnamed).toEqual([]);
    expect(Object.keys(action.labels).filter((label) => !fields.includes(label))).toEqual([]);
  });

  it('takes what it has parsed once more', () => {
    const { input } = opened();
    expect(parseInput(action, input)).toEqual({ ok: true, value: input });
  });

  it('refuses what does not fit, in plain words', () => {
    const { input } = opened();
    const misfits = [
      ...fields.map((field) => ({ ...(input as JsonObject), [field]: { not: ['what', 'belongs here'] } })),
      { ...(input as JsonObject), surplus: true },
      'a sentence',
    ];
    for (const misfit of misfits) {
      const parsed = parseInput(action, misfit);
      expect(parsed).toMatchObject({ ok: false, failure: { kind: 'invalid-arguments' } });
      const problems = parsed.ok || parsed.failure.kind !== 'invalid-arguments' ? [] : parsed.failure.problems;
      expect(problems).not.toEqual([]);
      problems.forEach(expectPlainProblem);
    }
  });
}

function testLook(action: Action, open: () => Promise<OpenTrial>): void {
  it('only looks, and tells what it found', async () => {
    const { world, input, before } = await open();
    const start = await world.snapshot();
    const context = contextOf(world.surroundings, { mode: 'execute', key: 'trial.step', before });
    const output = outputOf(action, await action.run(input, context));
    const report = expectDeterministic(() => action.report(output, trialView));
    expectWords(wordsOfReport(ReportSchema.parse(report)));
    expect(await world.snapshot()).toEqual(start);
  });
}

function testPages(action: Action, open: () => Promise<OpenTrial>, { of, count }: Pages): void {
  it('finds all of them, however many answers that takes', async () => {
    const { world, input, before } = await open();
    const context = contextOf(world.surroundings, { mode: 'execute', key: 'trial.step', before });
    expect(count(outputOf(action, await action.run(input, context)))).toBe(of);
  });
}

function fieldsOf(action: Action): string[] {
  const schema = z.toJSONSchema(action.input, { io: 'input', unrepresentable: 'any' });
  return Object.keys(schema.properties ?? {});
}
