import type { drive_v3 } from '@googleapis/drive';
import type { GoogleSession } from '#connectors/google/google-session.ts';
import { changesOwn } from '#connectors/sdk/effects.ts';
import { misfit, notFound } from '#connectors/sdk/failures.ts';
import { cleanText } from '#connectors/sdk/outside-text/clean-text.ts';
import { foldText } from '#connectors/sdk/plain-text.ts';
import { quote } from '#connectors/sdk/quote.ts';
import { t } from '#contract/language/t.ts';
import type { Effect } from '#contract/model/effect.ts';
import { type Result, succeed } from '#contract/model/result.ts';

/** A name like any other: it is part of what a consent is bound to, so it is the same in every language. */
const UNTITLED = 'Untitled';

export const DOCUMENT = 'application/vnd.google-apps.document';
/** A mark of ours on a document, which this program alone can see. */
export const MARK = 'lifeOsKey';

/** Who can read it: nobody else, those that the person shared it with, or whoever has the link. */
export type Readers = 'self' | 'known' | 'public';
export type Doc = {
  readonly id: string;
  readonly name: string;
  readonly editedAt: string;
  readonly readers: Readers;
};

const MOST_DOCS = 200;
const PAGE_SIZE = 100;
const FIELDS = 'nextPageToken,files(id,name,modifiedTime,shared,permissions(type))';

/** Text inside a search of Drive’s. */
const quoted = (text: string): string => `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`;

/** Documents that were made from here and are not in the trash, the last edited first. */
async function listWhere(session: GoogleSession, where: string): Promise<readonly Doc[]> {
  const drive = await session.drive();
  const docs: Doc[] = [];
  let pageToken: string | undefined;
  do {
    const { data } = await drive.files.list({
      q: `mimeType = ${quoted(DOCUMENT)} and trashed = false and ${where}`,
      orderBy: 'modifiedTime desc',
      pageSize: PAGE_SIZE,
      fields: FIELDS,
      ...(pageToken !== undefined && { pageToken }),
    });
    docs.push(...(data.files ?? []).flatMap(tellDoc));
    pageToken = data.nextPageToken ?? undefined;
  } while (pageToken !== undefined && docs.length < MOST_DOCS);
  return docs;
}

/** A name as a person sees it. */
export const asSeen = (name: string): string => cleanText(name).text.trim();

function tellDoc({ id, name, modifiedTime, shared, permissions }: drive_v3.Schema$File): Doc[] {
  if (!id) return [];
  const isPublic = permissions?.some(({ type }) => type === 'anyone' || type === 'domain') ?? false;
  const readers = isPublic ? 'public' : shared === true ? 'known' : 'self';
  return [{ id, name: asSeen(name ?? '') || UNTITLED, editedAt: modifiedTime ?? '', readers }];
}

export const docsCalled = (session: GoogleSession, words: string): Promise<readonly Doc[]> =>
  listWhere(session, `name contains ${quoted(words)}`);

/** Those that were made under one key: one, or two where the request arrived twice on the way. */
export const docsByMark = (session: GoogleSession, mark: string): Promise<readonly Doc[]> =>
  listWhere(session, `appProperties has { key=${quoted(MARK)} and value=${quoted(mark)} }`);

export const docByMark = async (session: GoogleSession, mark: string): Promise<Doc | null> =>
  (await docsByMark(session, mark))[0] ?? null;

export async function findDoc(session: GoogleSession, wanted: string): Promise<Result<Doc>> {
  const name = foldText(wanted);
  const [doc, another] = (await docsCalled(session, wanted)).filter((each) => foldText(each.name) === name);
  if (doc === undefined) return notFound(t`a document called ${quote(wanted)} that was made from here in Google Docs`);
  if (another === undefined) return succeed(doc);
  return misfit(t`There are several documents called ${quote(wanted)}. Rename one of them in Google Docs first.`);
}

/** Whom a change of it reaches. */
export const reachOf = ({ name, readers }: Pick<Doc, 'name' | 'readers'>): Effect =>
  readers === 'self'
    ? changesOwn
    : { kind: readers === 'public' ? 'post' : 'message', audience: readers, recipients: [name], reversible: 'yes' };

export const sayReaders: Readonly<Record<Readers, string>> = {
  self: t`which only you can read`,
  known: t`which those that you shared it with can read`,
  public: t`which whoever has the link can read`,
};
