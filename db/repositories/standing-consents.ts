import { and, asc, eq, gt, isNull } from 'drizzle-orm';
import type { StandingConsent } from '#contract/model/standing-consent.ts';
import type { Orm, Tx } from '#db/open-database.ts';
import { standingConsents } from '#db/schema/standing-consents.ts';

export function insertStandingConsent(tx: Tx, consent: StandingConsent): void {
  tx.orm.insert(standingConsents).values(consent).run();
}

/** Those of an automation that still stand at `now`, in the order of its steps. */
export function listStandingConsents(orm: Orm, automationId: string, now: string): StandingConsent[] {
  return orm
    .select()
    .from(standingConsents)
    .where(
      and(
        eq(standingConsents.automationId, automationId),
        isNull(standingConsents.revokedAt),
        gt(standingConsents.expiresAt, now),
      ),
    )
    .orderBy(asc(standingConsents.createdAt), asc(standingConsents.id))
    .all();
}

export function revokeStandingConsent(tx: Tx, id: string, revokedAt: string): void {
  tx.orm.update(standingConsents).set({ revokedAt }).where(eq(standingConsents.id, id)).run();
}
