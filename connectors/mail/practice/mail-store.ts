import { z } from 'zod';
import type { Folder } from '#connectors/sdk/action.ts';

const FILE = 'mailbox.json';

export const PRACTICE_FOLDERS = [
  { path: 'INBOX', specialUse: '\\Inbox' },
  { path: 'Archive', specialUse: '\\Archive' },
  { path: 'Drafts', specialUse: '\\Drafts' },
  { path: 'Receipts', specialUse: undefined },
  { path: 'Sent', specialUse: '\\Sent' },
] as const;

/** One email as a mail server keeps it: its number in its folder, its marks, and the file with its text. */
const KeptSchema = z.object({
  uid: z.number().int().positive(),
  folder: z.string(),
  file: z.string(),
  flags: z.array(z.string()),
  at: z.string(),
});
export type KeptMail = z.output<typeof KeptSchema>;
const StoreSchema = z.object({ nextUid: z.number().int().positive(), mails: z.array(KeptSchema) });
type Store = z.output<typeof StoreSchema>;

/** The emails of a made-up account: each a standard .eml file, and one file that says where it lies. */
export type MailStore = {
  list(folder: string): Promise<readonly KeptMail[]>;
  read(mail: KeptMail): Promise<Buffer>;
  add(folder: string, bytes: Uint8Array | string, flags: readonly string[], at: string): Promise<void>;
  /** What `change` answers for an email takes its place; null removes it. `nextUid` gives it a new number. */
  change(
    folder: string,
    uids: readonly number[],
    change: (mail: KeptMail, nextUid: () => number) => KeptMail | null,
  ): Promise<void>;
};

export function openMailStore(folder: Folder): MailStore {
  const load = async (): Promise<Store> => {
    const bytes = await folder.read(FILE);
    return bytes === null
      ? { nextUid: 1, mails: [] }
      : StoreSchema.parse(JSON.parse(Buffer.from(bytes).toString('utf8')));
  };
  const save = (store: Store) => folder.write(FILE, `${JSON.stringify(store, null, 1)}\n`);
  return {
    list: async (path) => (await load()).mails.filter((mail) => mail.folder === path).sort((a, b) => a.uid - b.uid),
    read: async ({ file }) => Buffer.from((await folder.read(file)) ?? ''),
    add: (path, bytes, flags, at) =>
      folder.exclusively(async () => {
        const { nextUid: uid, mails } = await load();
        const file = `${uid}.eml`;
        await folder.write(file, bytes);
        await save({ nextUid: uid + 1, mails: [...mails, { uid, folder: path, file, flags: [...flags], at }] });
      }),
    change: (path, uids, change) =>
      folder.exclusively(async () => {
        let { nextUid, mails } = await load();
        const gone: string[] = [];
        mails = mails.flatMap((mail) => {
          if (mail.folder !== path || !uids.includes(mail.uid)) return [mail];
          const changed = change(mail, () => nextUid++);
          if (changed === null) gone.push(mail.file);
          return changed === null ? [] : [changed];
        });
        await save({ nextUid, mails });
        for (const file of gone) await folder.remove(file);
      }),
  };
}
