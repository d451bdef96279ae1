import { connectorOf } from '#contract/model/action-name.ts';
import type { Domain } from '#contract/model/domain.ts';
import type { Pause, PauseScope } from '#contract/model/pause.ts';

/** What a pause may hold: a step, or a run as a whole where it names neither action nor domain. */
export type PauseTarget = {
  readonly runId: string;
  readonly automationId: string | null;
  readonly action: string | null;
  readonly domain: Domain | null;
};

/** The scopes that cover it, the widest first. A step that names no domain belongs to `everyday`. */
export function scopesOver({ runId, automationId, action, domain }: PauseTarget): PauseScope[] {
  const ofStep: PauseScope[] =
    action === null ? [] : [`domain:${domain ?? 'everyday'}`, `connector:${connectorOf(action)}`];
  const ofAutomation: PauseScope[] = automationId === null ? [] : [`automation:${automationId}`];
  return ['everything', ...ofStep, ...ofAutomation, `run:${runId}`];
}

/** Whether this pause holds it back: its scope covers it, and the run was not let go on by name. */
export const holds = (pause: Pause, target: PauseTarget): boolean =>
  scopesOver(target).includes(pause.scope) && !pause.except.includes(target.runId);
