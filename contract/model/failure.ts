import { z } from 'zod';

/**
 * Everything that may expectedly go wrong. A vendor's own error is translated into one of these in
 * its connector and nowhere else; an exception that reaches the executor is a bug and becomes
 * `internal-error`. `rate-limited` and `unreachable` promise that the request had no effect: they are tried
 * again. What may have had one is `outcome-unknown`.
 */
export const FailureSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('invalid-arguments'), problems: z.array(z.string()) }),
  /** `because`: what has to be allowed anew, where it is not all of it. */
  z.object({ kind: z.literal('needs-reconnect'), provider: z.string(), because: z.string().optional() }),
  z.object({ kind: z.literal('secrets-closed'), because: z.string() }),
  z.object({ kind: z.literal('rate-limited'), retryAfterSeconds: z.number().nonnegative() }),
  z.object({ kind: z.literal('unreachable'), service: z.string() }),
  z.object({ kind: z.literal('refused'), because: z.string() }),
  z.object({ kind: z.literal('unreadable'), because: z.string() }),
  z.object({ kind: z.literal('not-found'), what: z.string() }),
  z.object({ kind: z.literal('changed-since'), what: z.string() }),
  /** What was read needs other steps than those that were planned: a new plan, which the person sees. */
  z.object({ kind: z.literal('needs-another-plan'), because: z.string() }),
  z.object({ kind: z.literal('outcome-unknown'), service: z.string() }),
  z.object({ kind: z.literal('not-undoable'), because: z.string() }),
  z.object({ kind: z.literal('internal-error'), reference: z.string() }),
]);
export type Failure = z.infer<typeof FailureSchema>;
