import { sweepMemory } from '#main/memory/sweep-memory.ts';
import type { Engine } from '#main/orchestrator/engine.ts';
import { expireApprovals } from '#main/orchestrator/expire-approvals.ts';

const CARDS_MS = 60_000;
const MEMORY_MS = 15 * 60_000;

/**
 * What is done every so often until `signal` is aborted: cards that nobody answered in time expire, and what outlived its
 * time is forgotten, which is done at once too. Answers with the way to look at the cards before it is time.
 */
export function keepHouse(engine: Engine, signal: AbortSignal): { expireCards(): void } {
  const { journal, log } = engine;
  const expireCards = () => {
    expireApprovals(engine).catch((error: unknown) => log.error({ error }, 'cards could not be expired'));
  };
  const letGo = () => {
    sweepMemory(journal).catch((error: unknown) => log.error({ error }, 'what outlived its time could not be let go'));
  };
  letGo();
  const timers = [setInterval(expireCards, CARDS_MS), setInterval(letGo, MEMORY_MS)];
  signal.addEventListener('abort', () => timers.forEach(clearInterval), { once: true });
  return { expireCards };
}
