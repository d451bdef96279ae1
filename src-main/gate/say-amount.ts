import type { View } from '#connectors/sdk/action.ts';
import type { LimitObstacle } from '#contract/model/conflict.ts';

const nouns = {
  messages: { one: 'message', many: 'messages' },
  posts: { one: 'post', many: 'posts' },
  applications: { one: 'application', many: 'applications' },
} as const;

/** `This would be the 6th post today. You set 5.` */
export function sayAmount(obstacle: LimitObstacle, chosen: boolean, view: View): string {
  const [what = '', ...over] = obstacle.bucket.split(':');
  if (what === 'money') return sayMoney(obstacle, over, chosen, view);
  const noun = Object.entries(nouns).find(([name]) => name === what)?.[1] ?? nouns.messages;
  const span = over[0] === 'plan' ? 'of this plan' : 'today';
  const { total, amount, limit } = obstacle;
  const says =
    amount === 1
      ? `This would be the ${ordinal(total)} ${noun.one} ${span}${counting(obstacle, String)}.`
      : `With this it would be ${total} ${noun.many} ${span}${counting(obstacle, String)}.`;
  return `${says} ${yourLimit(String(limit), chosen)}`;
}

function sayMoney(obstacle: LimitObstacle, [currency = '', span]: string[], chosen: boolean, view: View): string {
  const { total, limit } = obstacle;
  const money = (minor: number) => sayMinor(minor, currency, view);
  if (span === 'action') return `This costs ${money(total)}. ${yourLimit(`${money(limit)} for one payment`, chosen)}`;
  const when = span === 'month' ? 'this month' : 'today';
  return `With this you would spend ${money(total)} ${when}${counting(obstacle, money)}. ${yourLimit(money(limit), chosen)}`;
}

/** A limit that the person never set is not put into their mouth. */
const yourLimit = (limit: string, chosen: boolean): string =>
  chosen ? `You set ${limit}.` : `The limit to begin with is ${limit}.`;

const counting = ({ stillWaiting }: LimitObstacle, say: (amount: number) => string): string =>
  stillWaiting === 0 ? '' : `, with ${say(stillWaiting)} planned but not done yet`;

const suffixes: Readonly<Record<string, string>> = { one: 'st', two: 'nd', few: 'rd', other: 'th' };

const ordinal = (count: number): string =>
  `${count}${suffixes[new Intl.PluralRules('en-GB', { type: 'ordinal' }).select(count)]}`;

function sayMinor(minor: number, currency: string, { locale }: View): string {
  const format = new Intl.NumberFormat(/^en\b/i.test(locale) ? locale : 'en-GB', { style: 'currency', currency });
  return format.format(minor / 10 ** (format.resolvedOptions().maximumFractionDigits ?? 2));
}
