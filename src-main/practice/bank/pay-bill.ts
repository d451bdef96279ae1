import { z } from 'zod';
import { defineAction } from '#connectors/sdk/define-action.ts';
import { hashOf } from '#connectors/sdk/derive-id.ts';
import { misfit, notFound } from '#connectors/sdk/failures.ts';
import { nonEmptyLineOf } from '#connectors/sdk/plain-text.ts';
import { quote } from '#connectors/sdk/quote.ts';
import { inLanguage, t } from '#contract/language/t.ts';
import { succeed } from '#contract/model/result.ts';
import { CURRENCY, findBill, isPaid, readBook, writeBook } from '#main/practice/bank/bank-book.ts';
import { sayEuros } from '#main/practice/bank/say-euros.ts';
import { endOfDay } from '#main/practice/end-of-day.ts';

const DAYS_TO_TAKE_BACK = 1;

const PaidSchema = z.object({
  billId: z.string(),
  what: z.string(),
  payee: z.string(),
  minor: z.number().int(),
  balance: z.number().int(),
});
type Paid = z.output<typeof PaidSchema>;

/** Really takes the amount from the account, and puts it back when it is taken back. */
export const payBill = defineAction({
  name: 'bank.pay-bill',
  title: t`Pay a bill`,
  input: z.strictObject({ bill: nonEmptyLineOf(100) }),
  output: PaidSchema,
  risk: 'L3',
  scopes: [t`pay from your account`],
  delivery: 'exactly-once',
  labels: { bill: t`Bill` },
  async look({ bill }, { folder, view }) {
    const book = await readBook(folder);
    const found = findBill(book, bill);
    if (!found) return notFound(t`a bill called ${quote(bill)}`);
    if (isPaid(book, found)) return misfit(t`The ${inLanguage(found.what)} bill from ${found.payee} is paid already.`);
    if (found.minor > book.balance) {
      return misfit(t`There is not enough in the account for the ${inLanguage(found.what)} bill.`);
    }
    const { id: billId, what, payee, minor } = found;
    const until = endOfDay(view.now, DAYS_TO_TAKE_BACK);
    const before = { billId, what, payee, minor, balance: book.balance, until };
    return succeed({ before, version: hashOf(JSON.stringify([billId, minor, payee])) });
  },
  effect: (_input, { payee, minor, until }) => ({
    kind: 'payment',
    audience: 'known',
    recipients: [payee],
    money: { minor, currency: CURRENCY },
    reversible: 'until',
    until,
  }),
  describe: (_input, { what, payee, minor, balance }, view) => ({
    title: t`Pay the ${inLanguage(what)} bill: ${sayEuros(minor, view)} to ${payee}`,
    differences: [
      { label: t`In your account`, before: sayEuros(balance, view), after: sayEuros(balance - minor, view) },
    ],
    undo: t`The practice bank takes a payment back until the end of tomorrow.`,
  }),
  report: ({ what, payee, minor, balance }, view) => ({
    says: t`The ${inLanguage(what)} bill is paid: ${sayEuros(minor, view)} to ${payee}. There is ${sayEuros(balance, view)} left in your account.`,
    lines: [],
  }),
  run(_input, { folder, key, before, mode }) {
    const { billId, what, payee, minor, until } = before;
    return folder.exclusively(async () => {
      const book = await readBook(folder);
      const isDone = book.payments.some((payment) => payment.key === key);
      const balance = isDone ? book.balance : book.balance - minor;
      if (mode === 'execute' && !isDone) {
        if (balance < 0) return misfit(t`There is not enough in the account for the ${inLanguage(what)} bill.`);
        await writeBook(folder, { ...book, balance, payments: [...book.payments, { key, billId, minor, until }] });
      }
      return succeed({ billId, what, payee, minor, balance });
    });
  },
  async findEarlier(_input, { folder, key, before }) {
    const book = await readBook(folder);
    if (!book.payments.some((payment) => payment.key === key)) return succeed(null);
    const { billId, what, payee, minor } = before;
    return succeed({ billId, what, payee, minor, balance: book.balance });
  },
  readBack: async ({ billId }, { folder, key }) =>
    succeed((await readBook(folder)).payments.some((payment) => payment.key === key && payment.billId === billId)),
  undo: (paid: Paid, { folder, key, mode }) =>
    folder.exclusively(async () => {
      const book = await readBook(folder);
      const payments = book.payments.filter((payment) => payment.key !== key);
      if (mode === 'execute' && payments.length < book.payments.length) {
        await writeBook(folder, { ...book, balance: book.balance + paid.minor, payments });
      }
      return succeed(null);
    }),
});
