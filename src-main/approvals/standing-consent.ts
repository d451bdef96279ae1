import { hash } from 'node:crypto';
import type { ConsentScope, StandingConsent } from '#contract/model/standing-consent.ts';
import type { Orm } from '#db/open-database.ts';
import { findAutomation } from '#db/repositories/automations.ts';
import type { RunRow } from '#db/repositories/runs.ts';
import { listStandingConsents } from '#db/repositories/standing-consents.ts';
import { isWithin, type ProposedStep } from '#main/approvals/consent-scope.ts';
import { canonicalJson } from '#main/events/canonical-json.ts';

/**
 * The standing yes that covers this step of an unattended run, read afresh from what is on disk: none for a run that
 * the person began in words of the moment, for a removed automation, or for a plan that strayed from the one they saw.
 */
export function findStandingConsent(
  orm: Orm,
  run: Pick<RunRow, 'automationId' | 'strayed'>,
  proposed: ProposedStep,
  now: string,
): StandingConsent | undefined {
  if (run.automationId === null || run.strayed) return undefined;
  if (findAutomation(orm, run.automationId)?.removedAt !== null) return undefined;
  return listStandingConsents(orm, run.automationId, now).find(({ scope }) => isWithin(scope, proposed));
}

/** What the person's yes is bound to while they read the rehearsal. */
export const digestOfScope = (scope: ConsentScope): string => hash('sha256', canonicalJson(scope), 'hex');
