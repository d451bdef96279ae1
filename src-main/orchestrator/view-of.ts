import type { View } from '#connectors/sdk/action.ts';
import type { Engine } from '#main/orchestrator/engine.ts';

/** How the person of this run reads dates: now, in the time zone in which they spoke. */
export function viewOf(engine: Pick<Engine, 'journal' | 'locale'>, run: { timeZone: string }): View {
  return { now: engine.journal.now(), timeZone: run.timeZone, locale: engine.locale };
}
