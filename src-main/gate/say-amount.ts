import type { View } from '#connectors/sdk/action.ts';
import { sayMoneyIn, sayOrdinal } from '#contract/language/intl.ts';
import { t } from '#contract/language/t.ts';
import type { LimitObstacle } from '#contract/model/conflict.ts';

type Span = 'plan' | 'day';
type Counted = {
  readonly nth: (nth: string, more: string) => Readonly<Record<Span, string>>;
  readonly many: (total: number, more: string) => Readonly<Record<Span, string>>;
};

const counted = {
  messages: {
    nth: (nth, more) => ({
      plan: t`This would be the ${nth} message of this plan${more}.`,
      day: t`This would be the ${nth} message today${more}.`,
    }),
    many: (total, more) => ({
      plan: t`With this it would be ${total} messages of this plan${more}.`,
      day: t`With this it would be ${total} messages today${more}.`,
    }),
  },
  posts: {
    nth: (nth, more) => ({
      plan: t`This would be the ${nth} post of this plan${more}.`,
      day: t`This would be the ${nth} post today${more}.`,
    }),
    many: (total, more) => ({
      plan: t`With this it would be ${total} posts of this plan${more}.`,
      day: t`With this it would be ${total} posts today${more}.`,
    }),
  },
  applications: {
    nth: (nth, more) => ({
      plan: t`This would be the ${nth} application of this plan${more}.`,
      day: t`This would be the ${nth} application today${more}.`,
    }),
    many: (total, more) => ({
      plan: t`With this it would be ${total} applications of this plan${more}.`,
      day: t`With this it would be ${total} applications today${more}.`,
    }),
  },
} as const satisfies Record<string, Counted>;

/** `This would be the 6th post today. You set 5.` */
export function sayAmount(obstacle: LimitObstacle, chosen: boolean, view: View): string {
  const [what = '', ...over] = obstacle.bucket.split(':');
  if (what === 'money') return sayMoney(obstacle, over, chosen, view);
  const { nth, many } = Object.entries(counted).find(([name]) => name === what)?.[1] ?? counted.messages;
  const span = over[0] === 'plan' ? 'plan' : 'day';
  const { total, amount, limit } = obstacle;
  const more = counting(obstacle, String);
  const says = amount === 1 ? nth(sayOrdinal(total), more)[span] : many(total, more)[span];
  return `${says} ${yourLimit(String(limit), chosen)}`;
}

function sayMoney(obstacle: LimitObstacle, [currency = '', span]: string[], chosen: boolean, view: View): string {
  const { total, limit } = obstacle;
  const money = (minor: number) => sayMinor(minor, currency, view);
  if (span === 'action') return t`This costs ${money(total)}. ${yourLimit(t`${money(limit)} for one payment`, chosen)}`;
  const more = counting(obstacle, money);
  const says =
    span === 'month'
      ? t`With this you would spend ${money(total)} this month${more}.`
      : t`With this you would spend ${money(total)} today${more}.`;
  return `${says} ${yourLimit(money(limit), chosen)}`;
}

/** A limit that the person never set is not put into their mouth. */
const yourLimit = (limit: string, chosen: boolean): string =>
  chosen ? t`You set ${limit}.` : t`The limit to begin with is ${limit}.`;

const counting = ({ stillWaiting }: LimitObstacle, say: (amount: number) => string): string =>
  stillWaiting === 0 ? '' : t`, with ${say(stillWaiting)} planned but not done yet`;

const sayMinor = (minor: number, currency: string, { locale }: View): string => sayMoneyIn({ minor, currency }, locale);
