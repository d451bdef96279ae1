import { expect, it } from 'vitest';
import type { Action, Surroundings } from '#connectors/sdk/action.ts';
import { parseInput } from '#connectors/sdk/parse-input.ts';
import { expectPlainProblem, expectWords, wordsOfReport } from '#connectors/sdk/spoken-words.testsuite.ts';
import { answerOf, contextOf, type OpenTrial, outputOf, trialView } from '#connectors/sdk/trial-world.testsuite.ts';
import type { Failure } from '#contract/model/failure.ts';
import type { Json, JsonObject } from '#contract/model/json.ts';

/** Letters of several scripts, both directions, a letter of two signs, one of several, and one beyond the first plane. */
const manyScripts = 'Zoë 日本 שלום عربي e\u0301 🧑‍🚀 𝒳';

/** The person’s script may not matter. */
export function testInEveryScript(action: Action, open: () => Promise<OpenTrial>): void {
  it('takes words of every script wherever it takes words', async () => {
    const opened = await open();
    const { input } = opened;
    for (const field of wordsIn(action, input)) {
      const parsed = parseInput(action, { ...(input as JsonObject), [field]: manyScripts });
      if (parsed.ok) await tryOut(action, opened, parsed.value as Json, opened.world.surroundings, field);
    }
  });
}

/** Nor the clock that they live by. */
export function testOnClocks(action: Action, open: () => Promise<OpenTrial>): void {
  const onClock = async (opened: OpenTrial, timeZone: string) => {
    const surroundings = { ...opened.world.surroundings, view: { ...trialView, timeZone } };
    await tryOut(action, opened, opened.input, surroundings, timeZone);
  };
  if (action.risk === 'L0' || action.undo) {
    it('is done and taken back on any clock', async () => {
      const opened = await open();
      for (const timeZone of clocks) await onClock(opened, timeZone);
    });
  } else {
    it.each(clocks)('is done on the clock of %s', async (timeZone) => onClock(await open(), timeZone));
  }
}

/** Far ahead, off by a part of an hour, and behind with summer time. */
const clocks = ['Pacific/Apia', 'Asia/Kathmandu', 'America/St_Johns'];

/** Fields that hold words of the person's, by their value in this trial. */
const wordsIn = (action: Action, input: Json): string[] =>
  Object.entries(input as JsonObject)
    .filter(([field, value]) => typeof value === 'string' && action.labels[field] !== undefined)
    .map(([field]) => field);

/** Nothing of that name, or it can't be called so: said plainly. */
const saysWhy: readonly Failure['kind'][] = ['not-found', 'refused', 'invalid-arguments', 'unreadable'];

async function tryOut(
  action: Action,
  { world }: OpenTrial,
  input: Json,
  surroundings: Surroundings,
  key = 'step',
): Promise<void> {
  const start = await world.snapshot();
  const looked = (await action.look?.(input, surroundings)) ?? { ok: true as const, value: { before: null } };
  if (!looked.ok) return expectWhy(looked.failure);
  const context = contextOf(surroundings, { mode: 'execute', key: `trial.${key}`, before: looked.value.before });
  const ran = await action.run(input, context);
  if (!ran.ok) {
    expectWhy(ran.failure);
    return expect(await world.snapshot()).toEqual(start);
  }
  const output = outputOf(action, ran);
  expectWords(wordsOfReport(action.report(output, surroundings.view)));
  if (action.readBack && action.risk !== 'L0') expect(answerOf(await action.readBack(output, context))).toBe(true);
  if (!action.undo) return;
  expect(await action.undo(output, context)).toEqual({ ok: true, value: null });
  expect(await world.snapshot()).toEqual(start);
}

function expectWhy(failure: Failure): void {
  expect(saysWhy).toContain(failure.kind);
  if (failure.kind === 'invalid-arguments') failure.problems.forEach(expectPlainProblem);
  if ('because' in failure && failure.because !== undefined) expectPlainProblem(failure.because);
}
