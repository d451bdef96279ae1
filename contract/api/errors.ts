import { oc } from '@orpc/contract';
import { z } from 'zod';
import { t } from '#contract/language/t.ts';
import type { Need } from '#contract/model/role.ts';

/**
 * The base of every procedure, with what it asks of its caller. The errors are part of the contract: `code` is for programs,
 * `message` is one plain sentence that says what happened and what was not done.
 */
const asking = (needs: Need) =>
  oc.$meta<{ readonly needs: Need }>({ needs }).errors({
    BAD_REQUEST: {
      status: 400,
      message: t`That request could not be read. Nothing was done.`,
      data: z.object({ problems: z.array(z.object({ path: z.string(), message: z.string() })) }),
    },
    NOT_FOUND: { status: 404, message: t`There is nothing here by that name. Nothing was done.` },
    INSUFFICIENT_STORAGE: {
      status: 507,
      message: t`The disk is full. Nothing was done; free some space and try again.`,
    },
    FORBIDDEN: { status: 403, message: t`Your key does not allow this. Nothing was done.` },
    CONFLICT: { status: 409, message: t`That no longer applies. Nothing was done.` },
  });

export const viewing = asking('view');
export const requesting = asking('ask');
export const acting = asking('act');
export const owning = asking('own');
