import { ORPCError, ValidationError } from '@orpc/server';
import { z } from 'zod';
import { t } from '#contract/language/t.ts';
import { whyNotStored } from '#db/why-not-stored.ts';
import type { Log } from '#main/seams.ts';
import { notStoredWords } from '#main/storage/say-trouble.ts';

const IssueSchema = z.object({
  message: z.string(),
  path: z.array(z.union([z.string(), z.number(), z.object({ key: z.union([z.string(), z.number()]) })])).optional(),
});

const unreadable = t`That request could not be read. Nothing was done.`;

/** The contract's own words end with a full stop; the schema library's are for programs and do not. */
const isSentence = (message: string): boolean => message.endsWith('.');

/**
 * Turns whatever a procedure threw into an error of the contract. What was wrong with the input is
 * said field by field; a bug is logged and said plainly, without its insides.
 */
export function toPlainError(error: unknown, log: Log): ORPCError<string, unknown> {
  if (error instanceof ORPCError && error.code === 'BAD_REQUEST') return plainBadRequest(error);
  if (error instanceof ORPCError && error.code !== 'INTERNAL_SERVER_ERROR') return error;
  const trouble = whyNotStored(error);
  if (trouble !== null) {
    log.error({ error }, 'a request could not be stored');
    const message = notStoredWords[trouble];
    return new ORPCError('INSUFFICIENT_STORAGE', { defined: true, status: 507, message, cause: error });
  }
  log.error({ error }, 'a request failed');
  return new ORPCError('INTERNAL_SERVER_ERROR', { message: 'Something went wrong here. Nothing more was done.' });
}

function plainBadRequest(error: ORPCError<string, unknown>): ORPCError<string, unknown> {
  if (!(error.cause instanceof ValidationError)) {
    if (error.defined) return error;
    return new ORPCError('BAD_REQUEST', { defined: true, message: unreadable, data: { problems: [] }, cause: error });
  }
  const problems = error.cause.issues.map((issue) => {
    const { message, path = [] } = IssueSchema.parse(issue);
    return { path: path.map((part) => String(typeof part === 'object' ? part.key : part)).join('.'), message };
  });
  const message = problems.find((problem) => isSentence(problem.message))?.message ?? unreadable;
  return new ORPCError('BAD_REQUEST', { defined: true, message, data: { problems }, cause: error });
}
