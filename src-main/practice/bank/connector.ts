import type { Folder } from '#connectors/sdk/action.ts';
import { defineConnector } from '#connectors/sdk/connector.ts';
import { inEnglish, t } from '#contract/language/t.ts';
import type { Instant } from '#contract/model/instant.ts';
import { writeBook } from '#main/practice/bank/bank-book.ts';
import { listBills, showBalance } from '#main/practice/bank/look-into-bank.ts';
import { payBill } from '#main/practice/bank/pay-bill.ts';

/** A bank that is a file: its numbers really move, and nobody’s money with them. */
export const bankConnector = defineConnector({
  provider: 'bank',
  title: t`Practice bank`,
  says: t`A made-up account with made-up bills. Its numbers move as you pay; nobody’s money does.`,
  lives: 'computer',
  files: [],
  actions: [listBills, showBalance, payBill],
});

const DAY_MS = 86_400_000;

/** Bills as most homes have them; the rent is more than the careful limit for one payment. */
export function fillBank(folder: Folder, now: Instant): Promise<void> {
  const inDays = (days: number) => new Date(Date.parse(now) + days * DAY_MS).toISOString().slice(0, 10);
  return writeBook(folder, {
    balance: 184_250,
    bills: [
      { id: 'electricity', what: inEnglish`electricity`, payee: 'River Power', minor: 4_260, dueOn: inDays(5) },
      { id: 'water', what: inEnglish`water`, payee: 'City Water', minor: 1_890, dueOn: inDays(9) },
      { id: 'phone', what: inEnglish`phone`, payee: 'Bluebell Mobile', minor: 1_500, dueOn: inDays(12) },
      { id: 'rent', what: inEnglish`rent`, payee: 'Hill Street Homes', minor: 64_000, dueOn: inDays(15) },
    ],
    payments: [],
  });
}
