import { implement, ORPCError } from '@orpc/server';
import { contract } from '#contract/api/router.ts';
import type { StorageNotice } from '#contract/model/storage-notice.ts';
import type { Engine } from '#main/orchestrator/engine.ts';
import type { Refusal } from '#main/orchestrator/refusal.ts';

/** What every procedure is handed: the engine, and who is asking. */
export type DoorContext = {
  readonly engine: Engine;
  readonly actor: string;
  readonly dataFolder: string;
  readonly version: string;
  /** Where the person's things are kept has trouble; null while all is well. */
  storageNotice(): StorageNotice | null;
};

export const door = implement(contract).$context<DoorContext>();

const CODES = { 'not-found': 'NOT_FOUND', conflict: 'CONFLICT', 'bad-request': 'BAD_REQUEST' } as const;

/** Passes a refusal on as the contract's error. */
export function toError(refusal: Refusal): ORPCError<string, unknown> {
  const code = CODES[refusal.refused];
  const problems = (refusal.problems ?? []).map((message) => ({ path: '', message }));
  return new ORPCError(code, {
    defined: true,
    message: refusal.says,
    data: code === 'BAD_REQUEST' ? { problems } : undefined,
  });
}

export function refuseIf(refusal: Refusal | null): void {
  if (refusal) throw toError(refusal);
}

/** The value, or the contract's error for what is not there. */
export function orNotFound<T>(value: T | null | undefined, refusal: Refusal): T {
  if (value === null || value === undefined) throw toError(refusal);
  return value;
}
