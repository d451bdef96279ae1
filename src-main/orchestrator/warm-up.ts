import { setTimeout as delay, setImmediate as nextTurn } from 'node:timers/promises';
import { inEnglish } from '#contract/language/t.ts';
import { connectorOf } from '#contract/model/action-name.ts';
import { lookFirst, proposalOf, resolveStep } from '#main/executor/prepare-step.ts';
import type { Engine } from '#main/orchestrator/engine.ts';
import { catalogueOf, stepRows } from '#main/orchestrator/plan-run.ts';
import { viewOf } from '#main/orchestrator/view-of.ts';
import { makePlan } from '#main/planner/make-plan.ts';
import { understand } from '#main/planner/understand.ts';

const ROUNDS = 12;
/** A turn of the event loop that takes longer has something in it that somebody waits for. */
const BUSY_TURN_MS = 0.5;
const WAIT_MS = 100;
const EXAMPLE = inEnglish`Put lunch on Friday at 1pm, remind me to water the plants every Monday at 9, and add milk to my shopping list`;

/**
 * Reads the rules, and goes through a plan up to its cards without keeping any of it, so that the person's first
 * sentence is answered as fast as their second. It only looks, and only while there is nothing else to do. Rejects when
 * the app ends meanwhile.
 */
export async function warmUp(engine: Engine, signal: AbortSignal): Promise<void> {
  const { journal, tools, gate, timeZone, locale } = engine;
  const now = journal.now();
  gate.inForce(journal.orm, now);
  await untilIdle(signal);
  const request = { text: EXAMPLE, answers: [], now, timeZone, locale, memory: [], catalogue: catalogueOf(engine) };
  // Reading takes the most turns to become fast, and is asked for while one types.
  for (let round = 0; round < ROUNDS; round += 1) {
    await untilIdle(signal);
    understand(request);
  }
  const outcome = makePlan(request);
  if (outcome.kind !== 'plan') return;
  for (const step of stepRows(outcome.plan, 'warming', now)) {
    await untilIdle(signal);
    // Warming up reaches out to nobody.
    if (!tools.livesOnComputer(connectorOf(step.tool))) continue;
    const resolved = resolveStep(tools, journal.orm, step, new Map());
    if (!resolved.ok) continue;
    const prepared = await lookFirst(tools, step, resolved.value, viewOf(engine, { timeZone }));
    if (prepared.ok) gate.check(journal.orm, proposalOf(step, prepared.value), { approved: false, paused: false, now });
  }
}

async function untilIdle(signal: AbortSignal): Promise<void> {
  for (;;) {
    const began = performance.now();
    await nextTurn(undefined, { signal });
    if (performance.now() - began < BUSY_TURN_MS) return;
    await delay(WAIT_MS, undefined, { signal });
  }
}
