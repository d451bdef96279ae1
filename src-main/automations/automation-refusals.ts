import { t } from '#contract/language/t.ts';
import type { Refusal } from '#main/orchestrator/refusal.ts';

/** Why something about an automation could not be taken. Nothing was changed. */
export const automationRefusals = {
  noSuchAutomation: { refused: 'not-found', says: t`There is no such automation (any more). Nothing was changed.` },
  noSuchConsent: { refused: 'not-found', says: t`You are asked about this already. Nothing was changed.` },
  nothingToChange: { refused: 'bad-request', says: t`Say what to change about it. Nothing was changed.` },
  cannotRepeatLikeThat: { refused: 'bad-request', says: t`It can’t repeat like that. Nothing was set up.` },
  noSuchTime: { refused: 'bad-request', says: t`There is no such date and time. Nothing was set up.` },
  neverComes: { refused: 'bad-request', says: t`That time has passed already, so it would never be done.` },
  noSuchHappening: { refused: 'bad-request', says: t`That is nothing that I can wait for. Nothing was set up.` },
  noSuchField: { refused: 'bad-request', says: t`That part of it is not told to me, so I can’t compare or use it.` },
  leavesAQuestion: {
    refused: 'bad-request',
    says: t`Nobody is there to answer when it runs by itself, so say it with the answer to this in it:`,
  },
  anotherRehearsal: {
    refused: 'conflict',
    says: t`It would do something else now than what you saw. Look at it again before you set it up.`,
  },
  nothingMissed: { refused: 'conflict', says: t`That was answered already, or is over. Nothing was changed.` },
} as const satisfies Record<string, Refusal>;
