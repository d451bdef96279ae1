import { t } from '#contract/language/t.ts';
import { door, toError } from '#main/api/door.ts';
import type { Refusal } from '#main/orchestrator/refusal.ts';

const notHere: Refusal = { refused: 'conflict', says: t`There is no practice life here. Nothing was done.` };

export const practice = {
  begin: door.practice.begin.handler(async ({ context }) => {
    if (context.practice === null) throw toError(notHere);
    await context.practice.begin();
    return { open: true };
  }),
  // It is answered from inside too, so that the end is not waited for: nothing more of it is served from now on.
  leave: door.practice.leave.handler(({ context }) => {
    if (context.practice === null) throw toError(notHere);
    context.practice.leave();
    return { open: false };
  }),
};
