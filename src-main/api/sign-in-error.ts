import { ORPCError } from '@orpc/server';
import type { Attempt } from '#connectors/sdk/account.ts';

/** The value, or the contract's error with why the account could not be signed in to. */
export function unwrap<T>(attempt: Attempt<T>): T {
  if (attempt.ok) return attempt.value;
  const { trouble } = attempt;
  throw new ORPCError('CANNOT_SIGN_IN', { defined: true, status: 422, message: trouble.says, data: trouble });
}
