import { hash } from 'node:crypto';
import { EventBodySchema, type LoggedEvent } from '#contract/model/event.ts';
import type { EventRow } from '#db/repositories/events.ts';
import { canonicalJson } from '#main/events/canonical-json.ts';

/** What the first event follows on. */
export const GENESIS = '0'.repeat(64);

/** SHA-256 over the entry before and everything that this entry says. */
export function hashEvent(event: Omit<EventRow, 'hash'>): string {
  return hash('sha256', canonicalJson(event), 'hex');
}

/** Whether `event` follows on `previousHash` unaltered. */
export function isChained(event: EventRow, previousHash: string): boolean {
  const { hash: own, ...rest } = event;
  return event.previousHash === previousHash && hashEvent(rest) === own;
}

export function readEventRow(row: EventRow): LoggedEvent {
  const { kind: _kind, body, ...rest } = row;
  return { ...rest, body: EventBodySchema.parse(JSON.parse(body)) };
}
