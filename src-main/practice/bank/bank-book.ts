import { z } from 'zod';
import type { Folder } from '#connectors/sdk/action.ts';
import { foldText } from '#connectors/sdk/plain-text.ts';
import { inLanguage } from '#contract/language/t.ts';

export const CURRENCY = 'EUR';
const FILE = 'bank.json';

const BillSchema = z.object({
  id: z.string(),
  /** What the person calls it: `electricity`. */
  what: z.string(),
  payee: z.string(),
  minor: z.number().int().positive(),
  dueOn: z.iso.date(),
});
export type Bill = z.output<typeof BillSchema>;
const PaymentSchema = z.object({ key: z.string(), billId: z.string(), minor: z.number().int(), until: z.string() });
const BookSchema = z.object({
  balance: z.number().int(),
  bills: z.array(BillSchema),
  payments: z.array(PaymentSchema),
});
/** The made-up bank: what is in the account, what is owed, and what was paid. */
export type Book = z.output<typeof BookSchema>;

export async function readBook(folder: Folder): Promise<Book> {
  const bytes = await folder.read(FILE);
  if (bytes === null) return { balance: 0, bills: [], payments: [] };
  return BookSchema.parse(JSON.parse(Buffer.from(bytes).toString('utf8')));
}

export const writeBook = (folder: Folder, book: Book): Promise<void> =>
  folder.write(FILE, `${JSON.stringify(book, null, 1)}\n`);

export const isPaid = ({ payments }: Book, { id }: Bill): boolean => payments.some(({ billId }) => billId === id);

/** By what it is for or whom it is owed to, as the person says it; open ones before paid ones. */
export function findBill(book: Book, called: string): Bill | undefined {
  const wanted = foldText(called);
  const fits = book.bills.filter((bill) =>
    [bill.what, inLanguage(bill.what), bill.payee].some((name) => foldText(name).includes(wanted)),
  );
  return fits.find((bill) => !isPaid(book, bill)) ?? fits[0];
}
