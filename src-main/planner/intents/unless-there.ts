import type { ActionName } from '#contract/model/action-name.ts';
import type { Reading } from '#main/planner/intents/intent.ts';
import type { Setting } from '#main/planner/intents/setting.ts';

type Says = { readonly notConnected: string; readonly notConnectedPart: string };

/** What is said of something that was understood, and whose connector is not connected; null where it is. */
export const unlessThere = ({ actions }: Setting, action: ActionName, says: Says): Reading | null =>
  actions.has(action)
    ? null
    : {
        kind: 'cannot',
        answer: { reason: 'refused', says: says.notConnected, ofPart: says.notConnectedPart, examples: [] },
      };
