import type { Failure } from '#contract/model/failure.ts';
import type { Instant } from '#contract/model/instant.ts';
import type { Orm } from '#db/open-database.ts';
import { saveHealth } from '#db/repositories/accounts.ts';
import { type BreakerRow, findBreaker, removeBreaker, saveBreaker } from '#db/repositories/breakers.ts';
import { countStepsWaitingFor } from '#db/repositories/steps.ts';
import type { JournalTx } from '#main/events/journal.ts';
import { passesByItself } from '#main/executor/retry-policy.ts';

/** Failures in a row, over all runs, after which a service counts as out of order. */
export const FAILURES_TO_OPEN = 5;
const FIRST_PROBE_MS = 30_000;
const LONGEST_PROBE_MS = 10 * 60_000;
/** A probe that never answered (the app ended) counts as failed after this. */
const PROBE_LEASE_MS = 2 * 60_000;

type Service = { readonly connector: string; readonly title: string };

/** Until when nothing is sent to a connector; null when it may be used. */
export function closedUntil(orm: Orm, connector: string, now: Instant): Instant | null {
  const breaker = findBreaker(orm, connector);
  return breaker?.probeAt && breaker.probeAt > now ? breaker.probeAt : null;
}

/** The step that is about to be sent to a service which is out of order tries for all whether it is back. */
export function takeProbe(tx: JournalTx, connector: string): void {
  const breaker = findBreaker(tx.orm, connector);
  if (!breaker || breaker.state === 'closed') return;
  saveBreaker(tx, { ...breaker, state: 'half-open', probeAt: after(tx.now, PROBE_LEASE_MS) });
}

/**
 * Notes how a service did: `failure` is null when it did what was asked. True when it is back after it had been out of
 * order: what waits for it may go on.
 */
export function noteHealth(tx: JournalTx, service: Service, failure: Failure | null): boolean {
  noteAccountHealth(tx, service.connector, failure);
  if (failure === null || isAnswer(failure)) return noteAnswer(tx, service);
  if (passesByItself(failure)) noteOutage(tx, service, failure);
  return false;
}

/** For the Integrations screen: an answer, whatever it says of the thing that was asked for, is a sign of life. */
export function noteAccountHealth(tx: JournalTx, connector: string, failure: Failure | null): void {
  const isTrouble = failure !== null && (passesByItself(failure) || isShutOut(failure));
  saveHealth(tx, connector, tx.now, isTrouble ? failure : null);
}

const isShutOut = ({ kind }: Failure): boolean => kind === 'needs-reconnect' || kind === 'secrets-closed';

/** Only a service that works can say so; anything else may come from this side of the wire. */
const isAnswer = ({ kind }: Failure): boolean =>
  kind === 'not-found' || kind === 'changed-since' || kind === 'needs-reconnect';

function noteAnswer(tx: JournalTx, { connector, title }: Service): boolean {
  const breaker = findBreaker(tx.orm, connector);
  if (!breaker) return false;
  removeBreaker(tx, connector);
  if (breaker.openedAt === null) return false;
  const delayed = countStepsWaitingFor(tx.orm, 'service', connector);
  const body = { kind: 'service.back', connector, title, since: breaker.openedAt, delayed } as const;
  tx.append({ actor: 'life-os', body });
  return true;
}

/** After several failures in a row a service is left alone for a while. */
function noteOutage(tx: JournalTx, { connector, title }: Service, failure: Failure): void {
  const before = findBreaker(tx.orm, connector);
  const failures = (before?.failures ?? 0) + 1;
  const opens = failures >= FAILURES_TO_OPEN;
  const probeAt = opens ? after(tx.now, waitBeforeProbe(failures)) : null;
  const row: BreakerRow = {
    connector,
    failures,
    failure,
    state: opens ? 'open' : 'closed',
    openedAt: opens ? (before?.openedAt ?? tx.now) : null,
    probeAt,
  };
  saveBreaker(tx, row);
  if (probeAt === null || before?.openedAt) return;
  tx.append({ actor: 'life-os', body: { kind: 'service.failing', connector, title, until: probeAt, failure } });
}

const waitBeforeProbe = (failures: number): number =>
  Math.min(FIRST_PROBE_MS * 2 ** (failures - FAILURES_TO_OPEN), LONGEST_PROBE_MS);

const after = (now: Instant, milliseconds: number): Instant => new Date(Date.parse(now) + milliseconds).toISOString();
