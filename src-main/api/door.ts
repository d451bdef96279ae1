import { implement, ORPCError } from '@orpc/server';
import { contract } from '#contract/api/router.ts';
import { t } from '#contract/language/t.ts';
import { mayUse, type Role } from '#contract/model/role.ts';
import type { StorageNotice } from '#contract/model/storage-notice.ts';
import type { LanguageSetting } from '#main/language/language-setting.ts';
import type { Engine } from '#main/orchestrator/engine.ts';
import type { Refusal } from '#main/orchestrator/refusal.ts';
import type { PracticeDoor } from '#main/practice/practice-room.ts';

/** What every procedure is handed: the engine, and who is asking. */
export type DoorContext = {
  readonly engine: Engine;
  readonly actor: string;
  readonly role: Role;
  /** Whether the caller still has access: a key can be revoked while it listens. */
  stands(): boolean;
  readonly dataFolder: string;
  readonly version: string;
  /** Shows the system's own way of choosing a folder; null where there is no window of the app's to show it in. */
  readonly chooseFolder: (() => Promise<string | null>) | null;
  /** Whether this is the practice life. */
  readonly isPractice: boolean;
  /** The way into the practice life and out of it; null where there is none. */
  readonly practice: PracticeDoor | null;
  readonly language: LanguageSetting;
  /** Where the person's things are kept has trouble; null while all is well. */
  storageNotice(): StorageNotice | null;
};

/** Every procedure asks something of its caller, and is refused before anything of it is done. */
export const door = implement(contract)
  .$context<DoorContext>()
  .use(({ context, procedure, next }) => {
    if (mayUse(context.role, procedure['~orpc'].meta.needs)) return next();
    throw new ORPCError('FORBIDDEN', { defined: true, message: forbidden[context.role] });
  });

const forbidden: Readonly<Record<Role, string>> = {
  owner: t`This is not for you. Nothing was done.`,
  delegate: t`Only the owner can do this. Nothing was done.`,
  program: t`A program can ask for things and look at them, and nothing else. Nothing was done.`,
  viewer: t`This key is only for looking. Nothing was done.`,
};

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
