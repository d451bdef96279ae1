import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import { defineAction } from '#connectors/sdk/define-action.ts';
import { onlyLooks } from '#connectors/sdk/effects.ts';
import { capitalised } from '#connectors/sdk/plain-text.ts';
import { sayDay } from '#connectors/sdk/say-time.ts';
import { inLanguage, t } from '#contract/language/t.ts';
import { succeed } from '#contract/model/result.ts';
import { isPaid, readBook } from '#main/practice/bank/bank-book.ts';
import { sayEuros } from '#main/practice/bank/say-euros.ts';

const OpenBillSchema = z.object({ what: z.string(), payee: z.string(), minor: z.number().int(), dueOn: z.string() });

export const listBills = defineAction({
  name: 'bank.list-bills',
  title: t`Look which bills are due`,
  input: z.strictObject({}),
  output: z.object({ bills: z.array(OpenBillSchema) }),
  risk: 'L0',
  scopes: [t`see your bills`],
  delivery: 'exactly-once',
  labels: {},
  effect: () => onlyLooks,
  describe: () => ({ title: t`Look which bills are due`, differences: [], undo: t`Nothing is changed.` }),
  report: ({ bills }, view) => ({
    says:
      bills.length === 0
        ? t`No bill is due.`
        : bills.length === 1
          ? t`1 bill is due.`
          : t`${bills.length} bills are due.`,
    lines: bills.map(
      ({ what, payee, minor, dueOn }) =>
        t`${capitalised(inLanguage(what))}: ${sayEuros(minor, view)} to ${payee}, due ${sayDay(Temporal.PlainDate.from(dueOn), view)}`,
    ),
  }),
  async run(_input, { folder }) {
    const book = await readBook(folder);
    const open = book.bills
      .filter((bill) => !isPaid(book, bill))
      .sort((one, other) => (one.dueOn < other.dueOn ? -1 : 1));
    return succeed({ bills: open.map(({ what, payee, minor, dueOn }) => ({ what, payee, minor, dueOn })) });
  },
});

export const showBalance = defineAction({
  name: 'bank.show-balance',
  title: t`Look what is in the account`,
  input: z.strictObject({}),
  output: z.object({ minor: z.number().int() }),
  risk: 'L0',
  scopes: [t`see what is in your account`],
  delivery: 'exactly-once',
  labels: {},
  effect: () => onlyLooks,
  describe: () => ({ title: t`Look what is in your account`, differences: [], undo: t`Nothing is changed.` }),
  report: ({ minor }, view) => ({ says: t`There is ${sayEuros(minor, view)} in your account.`, lines: [] }),
  run: async (_input, { folder }) => succeed({ minor: (await readBook(folder)).balance }),
});
