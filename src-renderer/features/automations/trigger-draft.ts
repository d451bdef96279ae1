import type { Trigger } from '#contract/model/trigger.ts';

/** What stands in the trigger picker, finished or not. */
export type TriggerDraft = {
  readonly when: 'as-said' | 'once' | 'repeats' | 'happens';
  /** A wall-clock time without seconds, as a date field gives it: `2026-11-30T08:00`. */
  readonly at: string;
  readonly every: 'day' | 'weekday' | 'week' | 'month';
  /** `<connector>/<happening>`. */
  readonly happening: string;
  readonly field: string;
  readonly text: string;
};

export const emptyDraft: TriggerDraft = {
  when: 'as-said',
  at: '',
  every: 'day',
  happening: '',
  field: '',
  text: '',
};

const DAY_CODES = ['SU', 'MO', 'TU', 'WE', 'TH', 'FR', 'SA'];

/** The trigger that was chosen, or null where something is left open. */
export function triggerOf(draft: TriggerDraft, timeZone: string): Trigger | null {
  switch (draft.when) {
    case 'as-said':
      return null;
    case 'once':
      return isTime(draft.at) ? { kind: 'once', at: new Date(draft.at).toISOString() } : null;
    case 'repeats':
      return isTime(draft.at) ? { kind: 'rrule', ...rhythmOf(draft), timeZone } : null;
    case 'happens': {
      const [connector = '', happening = ''] = draft.happening.split('/');
      if (connector === '' || happening === '') return null;
      const text = draft.text.trim();
      const where = draft.field === '' || text === '' ? [] : [{ field: draft.field, is: 'contains' as const, text }];
      return { kind: 'event', connector, happening, where };
    }
  }
}

const isTime = (at: string): boolean => /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/.test(at);

/** The first time counts as one, so of “every weekday” it must be one. */
function rhythmOf({ at, every }: TriggerDraft): { rrule: string; startsAt: string } {
  const first = new Date(`${at}:00Z`);
  const startsAt = `${at}:00`;
  switch (every) {
    case 'day':
      return { rrule: 'FREQ=DAILY', startsAt };
    case 'weekday': {
      while (first.getUTCDay() % 6 === 0) first.setUTCDate(first.getUTCDate() + 1);
      return { rrule: 'FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR', startsAt: first.toISOString().slice(0, 19) };
    }
    case 'week':
      return { rrule: `FREQ=WEEKLY;BYDAY=${DAY_CODES[first.getUTCDay()] ?? 'MO'}`, startsAt };
    case 'month':
      return { rrule: `FREQ=MONTHLY;BYMONTHDAY=${first.getUTCDate()}`, startsAt };
  }
}
