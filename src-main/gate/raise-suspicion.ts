import { connectorOf } from '#contract/model/action-name.ts';
import type { PauseScope } from '#contract/model/pause.ts';
import type { Evidence, SuspicionKind } from '#contract/model/suspicion.ts';
import { findPause } from '#db/repositories/pauses.ts';
import { findRun } from '#db/repositories/runs.ts';
import { askToSignIn } from '#db/repositories/settings.ts';
import type { StepRow } from '#db/repositories/steps.ts';
import { insertSuspicion, lastConfirmedAt, listSigns, type SignRow } from '#db/repositories/suspicions.ts';
import { findToolCall } from '#db/repositories/tool-calls.ts';
import type { JournalTx } from '#main/events/journal.ts';
import { setPause } from '#main/gate/set-pause.ts';
import { readSuspicionLimits } from '#main/gate/suspicion-limits.ts';
import { suspicionSentence } from '#main/gate/suspicion-words.ts';

/** As many as a person looks through; the timeline has all of it. */
const MOST_EVIDENCE = 50;
const MINUTE_MS = 60_000;

/**
 * Pauses with its reason when there were more signs of this kind than the limit allows since the
 * person last confirmed. Accounts under the pause are to be signed in to again. True when it did.
 */
export function raiseIfTooMany(tx: JournalTx, step: Pick<StepRow, 'runId' | 'tool'>, kind: SuspicionKind): boolean {
  const { most, minutes } = readSuspicionLimits(tx.orm)[kind];
  const windowBegan = new Date(Date.parse(tx.now) - minutes * MINUTE_MS).toISOString();
  const confirmed = lastConfirmedAt(tx.orm, kind);
  const after = confirmed !== null && confirmed > windowBegan ? confirmed : windowBegan;
  const connector = connectorOf(step.tool);
  const ofConnector = kind === 'failed-sign-in' ? { connector } : {};
  const signs = listSigns(tx.orm, { kind, after, limit: most + 1, ...ofConnector });
  if (signs.length <= most) return false;

  const scope = scopeFor(tx, step, kind);
  // Raised once: while it stands open, more of the same is no news.
  if (findPause(tx.orm, scope)?.suspicionId != null) return false;
  const id = tx.newId();
  const because = suspicionSentence[kind]({ count: most, minutes, service: connector });
  const evidence = signs.slice(0, MOST_EVIDENCE).map((each): Evidence => evidenceOf(tx, each));
  insertSuspicion(tx, { id, kind, scope, because, evidence, raisedAt: tx.now, confirmedAt: null });
  setPause(tx, { scope, because, suspicionId: id }, 'life-os');
  askToSignIn(tx, id, kind === 'failed-sign-in' ? connector : undefined);
  const body = { kind: 'suspicion.raised', suspicionId: id, suspicion: kind, scope, says: because, evidence } as const;
  tx.append({ actor: 'life-os', body });
  return true;
}

/** What was about to be claimed just now was held instead, so there is no such call. */
function evidenceOf(tx: JournalTx, { at, runId, stepId, toolCallId, says }: SignRow): Evidence {
  const called = toolCallId !== null && findToolCall(tx.orm, toolCallId) !== undefined;
  return { at, runId, stepId, toolCallId: called ? toolCallId : null, says };
}

/** As narrow as what caused it: the account, the automation, or everything when it was neither. */
function scopeFor(tx: JournalTx, { runId, tool }: Pick<StepRow, 'runId' | 'tool'>, kind: SuspicionKind): PauseScope {
  if (kind === 'failed-sign-in') return `connector:${connectorOf(tool)}`;
  const automationId = findRun(tx.orm, runId)?.automationId ?? null;
  return automationId === null ? 'everything' : `automation:${automationId}`;
}
