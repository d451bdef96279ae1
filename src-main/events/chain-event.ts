import { hash } from 'node:crypto';
import { EventBodySchema, type LoggedEvent } from '#contract/model/event.ts';
import type { EventRow } from '#db/repositories/events.ts';

/** What the first event follows on. */
export const GENESIS = '0'.repeat(64);

/** SHA-256 over the entry before and everything that this entry says. */
export function hashEvent(event: Omit<EventRow, 'hash'>): string {
  const { seq, at, actor, runId, stepId, kind, body, previousHash } = event;
  // By hand in the order that canonical JSON has: every entry of the log passes here.
  return hash('sha256', JSON.stringify({ actor, at, body, kind, previousHash, runId, seq, stepId }), 'hex');
}

export function readEventRow(row: EventRow): LoggedEvent {
  const { kind: _kind, body, ...rest } = row;
  return { ...rest, body: EventBodySchema.parse(JSON.parse(body)) };
}
