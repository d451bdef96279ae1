import { t } from '#contract/language/t.ts';
import type { SuspicionKind } from '#contract/model/suspicion.ts';

type Counted = { readonly count: number; readonly minutes: number; readonly service: string };

/** Why the app paused by itself, as the person reads it. */
export const suspicionSentence: Readonly<Record<SuspicionKind, (counted: Counted) => string>> = {
  burst: ({ count, minutes }) =>
    t`More than ${count} changes were about to be made ${within(minutes)} without anybody saying yes to each.`,
  'new-recipients': ({ count, minutes }) =>
    t`More than ${count} messages to people who are new to you were about to leave ${within(minutes)}.`,
  'failed-sign-in': ({ count, minutes, service }) =>
    t`The account “${service}” turned the sign-in away more than ${times(count)} ${within(minutes)}.`,
  'outside-text': ({ count, minutes }) =>
    t`Texts that somebody else wrote led more than ${times(count)} ${within(minutes)} to something that your rules refuse.`,
};

const within = (minutes: number): string => (minutes === 1 ? t`within a minute` : t`within ${minutes} minutes`);
const times = (count: number): string => (count === 1 ? 'once' : t`${count} times`);
