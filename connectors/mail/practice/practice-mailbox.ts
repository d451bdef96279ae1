import { Readable } from 'node:stream';
import type { FetchMessageObject, FetchQueryObject, SearchObject } from 'imapflow';
import type { ParsedMail } from 'mailparser';
import type { MailClient, MailStandIn } from '#connectors/mail/practice/mail-stand-in.ts';
import {
  type KeptMail,
  type MailStore,
  openMailStore,
  PRACTICE_FOLDERS,
} from '#connectors/mail/practice/mail-store.ts';
import type { Folder } from '#connectors/sdk/action.ts';

const SEEN = '\\Seen';
/** The numbers of a made-up account never begin anew. */
const UID_VALIDITY = 1n;

/** A mail account that is a folder on this computer: the same commands as against a server, and nothing is sent. */
export function practiceMailbox(folder: Folder): MailStandIn {
  const store = openMailStore(folder);
  return { openImap: () => clientOf(store), deliver: async () => [] };
}

type Loaded = { readonly kept: KeptMail; readonly bytes: Buffer; readonly mail: ParsedMail };

function clientOf(store: MailStore): MailClient {
  let open: { path: string; readOnly: boolean } | null = null;
  const path = () => open?.path ?? 'INBOX';

  async function load(kept: KeptMail): Promise<Loaded> {
    const { simpleParser } = await import('mailparser');
    const bytes = await store.read(kept);
    return { kept, bytes, mail: await simpleParser(bytes, { skipTextToHtml: true, skipImageLinks: true }) };
  }
  const among = async (uids: readonly number[]): Promise<Loaded[]> =>
    Promise.all((await store.list(path())).filter(({ uid }) => uids.includes(uid)).map(load));

  const client = {
    usable: true,
    get mailbox() {
      return open === null ? false : { ...open, uidValidity: UID_VALIDITY };
    },
    list: async () =>
      PRACTICE_FOLDERS.map((each) => ({
        path: each.path,
        name: each.path,
        specialUse: each.specialUse,
        flags: new Set(),
      })),
    async mailboxOpen(wanted: string, { readOnly = false } = {}) {
      if (!isFolder(wanted)) throw noFolder();
      open = { path: wanted, readOnly };
      return { ...open, exists: (await store.list(wanted)).length };
    },
    async search(query: SearchObject) {
      const all = await Promise.all((await store.list(path())).map(load));
      return all.filter((each) => fits(each, query)).map(({ kept }) => kept.uid);
    },
    fetchAll: async (uids: number[], query: FetchQueryObject) =>
      (await among(uids)).map((each) => fetched(each, query)),
    async fetchOne(uid: string, query: FetchQueryObject) {
      const [found] = await among([Number(uid)]);
      return found ? fetched(found, query) : false;
    },
    messageFlagsAdd: (uids: number[], flags: string[]) => mark(uids, (before) => [...new Set([...before, ...flags])]),
    messageFlagsRemove: (uids: number[], flags: string[]) =>
      mark(uids, (before) => before.filter((flag) => !flags.includes(flag))),
    async messageMove(uids: number[], to: string) {
      if (!isFolder(to)) throw noFolder();
      await store.change(path(), uids, (mail, nextUid) => ({ ...mail, folder: to, uid: nextUid() }));
      return { path: path(), destination: to };
    },
    async messageDelete(uids: number[]) {
      await store.change(path(), uids, () => null);
      return true;
    },
    async append(to: string, bytes: Buffer, flags: string[] = []) {
      if (!isFolder(to)) throw noFolder();
      const { simpleParser } = await import('mailparser');
      const { date } = await simpleParser(bytes);
      await store.add(to, bytes, flags, (date ?? new Date(0)).toISOString());
      return { path: to, destination: to };
    },
    async download(uid: string, part: string) {
      const [found] = await among([Number(uid)]);
      const file = found?.mail.attachments[Number(part) - FIRST_FILE];
      return { content: file ? Readable.from([file.content]) : undefined };
    },
    noop: async () => {},
    logout: async () => {},
    close() {},
  };
  async function mark(uids: number[], change: (flags: string[]) => string[]) {
    await store.change(path(), uids, (mail) => ({ ...mail, flags: change(mail.flags) }));
    return true;
  }
  // The types of imapflow tell of a whole server; what is called of them is above.
  return client as unknown as MailClient;
}

const isFolder = (wanted: string): boolean => PRACTICE_FOLDERS.some(({ path }) => path === wanted);
const noFolder = () => Object.assign(new Error('There is no such folder.'), { mailboxMissing: true });

/** The text is part 1; files come after it. */
const FIRST_FILE = 2;

function fetched({ kept, bytes, mail }: Loaded, query: FetchQueryObject): FetchMessageObject {
  const most = typeof query.source === 'object' ? (query.source.maxLength ?? bytes.length) : bytes.length;
  return {
    seq: kept.uid,
    uid: kept.uid,
    ...(query.size && { size: bytes.length }),
    ...(query.flags && { flags: new Set(kept.flags) }),
    ...(query.internalDate && { internalDate: kept.at }),
    ...(query.envelope && { envelope: envelopeOf(mail) }),
    ...(query.bodyStructure && { bodyStructure: structureOf(mail, bytes.length) }),
    ...(query.source && { source: bytes.subarray(0, most) }),
  } as FetchMessageObject;
}

const envelopeOf = ({ date, subject, messageId, from, to }: ParsedMail): FetchMessageObject['envelope'] => ({
  ...(date && { date }),
  subject: subject ?? '',
  messageId: messageId ?? '',
  from: people(from),
  to: [to ?? []].flat().flatMap((each) => people(each)),
});

const people = (field: ParsedMail['from']) => (field?.value ?? []).map(({ name, address = '' }) => ({ name, address }));

function structureOf({ attachments }: ParsedMail, size: number) {
  const text = { part: '1', type: 'text/plain', size };
  if (attachments.length === 0) return text;
  const files = attachments.map(({ contentType, filename = '', size: bytes }, at) => ({
    part: String(at + FIRST_FILE),
    type: contentType,
    size: bytes,
    disposition: 'attachment',
    dispositionParameters: { filename },
  }));
  return { part: '', type: 'multipart/mixed', childNodes: [text, ...files] };
}

/** As a server searches: a part of the text is enough, and capitals don’t count. */
function fits(loaded: Loaded, query: SearchObject): boolean {
  const { kept, mail } = loaded;
  const has = (text: string | undefined, part: string) => (text ?? '').toLowerCase().includes(part.toLowerCase());
  if (query.seen !== undefined && kept.flags.includes(SEEN) !== query.seen) return false;
  if (query.from !== undefined && !has(mail.from?.text, query.from)) return false;
  if (query.since !== undefined && kept.at.slice(0, 10) < dayOf(query.since)) return false;
  if (query.before !== undefined && kept.at.slice(0, 10) >= dayOf(query.before)) return false;
  if (
    query.text !== undefined &&
    ![mail.from?.text, mail.subject, mail.text].some((text) => has(text, query.text ?? ''))
  )
    return false;
  const wanted = query.header?.['message-id'];
  if (
    wanted !== undefined &&
    !(mail.messageId !== undefined && (wanted === true || has(mail.messageId, String(wanted))))
  )
    return false;
  return query.not === undefined || !fits(loaded, query.not);
}

const dayOf = (date: Date | string): string => new Date(date).toISOString().slice(0, 10);
