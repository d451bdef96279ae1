import { z } from 'zod';
import type { Json } from '#contract/model/json.ts';
import {
  type Onboarding,
  OnboardingSchema,
  type OnboardingStep,
  OnboardingStepSchema,
  PrioritiesSchema,
} from '#contract/model/onboarding.ts';
import type { Orm } from '#db/open-database.ts';
import { isUnused } from '#db/repositories/is-unused.ts';
import { findOwner } from '#db/repositories/people.ts';
import { findPreference, savePreference } from '#db/repositories/preferences.ts';
import type { JournalTx } from '#main/events/journal.ts';
import { firstRequests } from '#main/onboarding/first-requests.ts';

const KEY = 'onboarding';
const StoredSchema = z.object({
  state: OnboardingSchema.shape.state.exclude(['not-begun']),
  at: OnboardingStepSchema,
  priorities: PrioritiesSchema,
  firstRunId: z.string().nullable(),
  /** It was finished or put off before, so it never opens by itself again. */
  endedBefore: z.boolean(),
});
type Stored = z.infer<typeof StoredSchema>;

/** How far it has come. What is stored and can't be read counts as put off: nobody is pushed through it twice. */
export function readOnboarding(orm: Orm): Onboarding {
  const value = storedValue(orm);
  if (value === undefined) {
    return {
      state: 'not-begun',
      opensByItself: isUnused(orm),
      at: 'welcome',
      priorities: [],
      firstRunId: null,
      firstRequests: firstRequests([]),
    };
  }
  const { state, at, priorities, firstRunId, endedBefore } = read(value);
  const opensByItself = state === 'under-way' && !endedBefore;
  return { state, at, priorities, firstRunId, opensByItself, firstRequests: firstRequests(priorities) };
}

type Move = {
  readonly at: OnboardingStep;
  readonly priorities?: Stored['priorities'] | undefined;
  readonly firstRunId?: string | null | undefined;
};

export function moveOnboarding(tx: JournalTx, { at, priorities, firstRunId }: Move, actor: string): void {
  const value = storedValue(tx.orm);
  const before = value === undefined ? FRESH : read(value);
  save(tx, {
    state: 'under-way',
    at,
    priorities: priorities ?? before.priorities,
    firstRunId: firstRunId === undefined ? before.firstRunId : firstRunId,
    endedBefore: before.endedBefore,
  });
  if (value === undefined || before.state !== 'under-way') {
    tx.append({ actor, body: { kind: 'onboarding.changed', change: 'begun' } });
  }
}

export function endOnboarding(tx: JournalTx, how: 'finished' | 'put-off', actor: string): void {
  const value = storedValue(tx.orm);
  const before = value === undefined ? FRESH : read(value);
  save(tx, { ...before, state: how, endedBefore: true });
  if (before.state !== how || value === undefined) {
    tx.append({ actor, body: { kind: 'onboarding.changed', change: how } });
  }
}

const FRESH: Stored = { state: 'put-off', at: 'welcome', priorities: [], firstRunId: null, endedBefore: false };

const read = (value: Json): Stored => StoredSchema.safeParse(value).data ?? { ...FRESH, endedBefore: true };

const ownerId = (orm: Orm): string => findOwner(orm)?.id ?? '';
const storedValue = (orm: Orm): Json | undefined => findPreference(orm, ownerId(orm), KEY);
const save = (tx: JournalTx, stored: Stored): void => savePreference(tx, ownerId(tx.orm), KEY, stored, tx.now);
