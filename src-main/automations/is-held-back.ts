import type { Orm } from '#db/open-database.ts';
import { findPauseOver } from '#main/gate/find-pause.ts';

/** Whether a pause keeps an automation from setting anything off: its own, or the one over everything. */
export const isHeldBack = (orm: Orm, automationId: string): boolean =>
  findPauseOver(orm, { runId: '', automationId, action: null, domain: null }) !== undefined;
