import { randomUUID } from 'node:crypto';
import { type Answer, problem } from '#tests/peers/google-problems.ts';

/**
 * Our own addition to `emulate`, which keeps no marks on files and has no Docs: documents as Google's references describe
 * them (Drive v3, Docs v1), as far as the app uses them. Places in a text are UTF-16 code units, the first is 1, and the
 * end of the last line is always there.
 */
export type DocsStore = {
  answer(request: {
    readonly method: string;
    readonly path: string;
    readonly query: URLSearchParams;
    readonly type: string;
    readonly bytes: Buffer;
  }): Answer;
  /** As the person does by hand: a document that was made from here, and its text, from now on. */
  add(name: string, text: string): string;
  rewrite(from: string, to: string): void;
  share(id: string, with_: 'user' | 'anyone'): void;
  /** Documents as they mean something: without ids and what the service counts up by itself. */
  meaning(): unknown;
};

type Range = { readonly name: string; start: number; end: number };
type Doc = {
  readonly id: string;
  name: string;
  text: string;
  readonly marks: Readonly<Record<string, string>>;
  ranges: Range[];
  revision: number;
  trashed: boolean;
  readonly permissions: { type: string }[];
  editedAt: string;
};
type Fields = Record<string, unknown>;

const DOCUMENT = 'application/vnd.google-apps.document';
const PAGE_SIZE = 100;

export function createDocsStore(owner: string): DocsStore {
  const docs = new Map<string, Doc>();
  const edit = (doc: Doc) => {
    doc.revision += 1;
    doc.editedAt = new Date().toISOString();
  };
  function add(name: string, text: string, marks: Record<string, string> = {}): Doc {
    const rest = { ranges: [], revision: 1, trashed: false, permissions: [{ type: 'user' }] };
    const doc: Doc = { id: randomUUID(), name, text, marks, ...rest, editedAt: new Date().toISOString() };
    docs.set(doc.id, doc);
    return doc;
  }

  const routes: readonly (readonly [
    RegExp,
    (found: string[], request: Parameters<DocsStore['answer']>[0]) => Answer,
  ])[] = [
    [/^GET \/drive\/v3\/about$/, () => ({ status: 200, body: { user: { emailAddress: owner } } })],
    [/^GET \/drive\/v3\/files$/, (_found, { query }) => list([...docs.values()], query)],
    [
      /^POST \/upload\/drive\/v3\/files$/,
      (_found, { type, bytes }) => {
        const parts = partsOf(type, bytes);
        if (parts === null) return problem(400, 'badRequest');
        const { name, mimeType, appProperties } = JSON.parse(parts[0]) as Fields;
        if (mimeType !== DOCUMENT) return problem(400, 'badRequest');
        const doc = add(String(name), parts[1].replace(/\n$/, ''), appProperties as Record<string, string>);
        return { status: 200, body: { id: doc.id } };
      },
    ],
    [
      /^POST \/drive\/v3\/files$/,
      (_found, { bytes }) => {
        const { name, mimeType, appProperties } = JSON.parse(bytes.toString()) as Fields;
        if (mimeType !== DOCUMENT) return problem(400, 'badRequest');
        return { status: 200, body: { id: add(String(name), '', appProperties as Record<string, string>).id } };
      },
    ],
    [
      /^PATCH \/drive\/v3\/files\/([^/]+)$/,
      ([, id = ''], { bytes }) => {
        const doc = docs.get(id);
        if (!doc) return problem(404, 'notFound');
        doc.trashed = (JSON.parse(bytes.toString()) as Fields).trashed === true;
        return { status: 200, body: fileOf(doc) };
      },
    ],
    [
      /^GET \/v1\/documents\/([^/:]+)$/,
      ([, id = '']) => {
        const doc = docs.get(id);
        return doc ? { status: 200, body: documentOf(doc) } : problem(404, 'notFound');
      },
    ],
    [
      /^POST \/v1\/documents\/([^/:]+):batchUpdate$/,
      ([, id = ''], { bytes }) => {
        const doc = docs.get(id);
        if (!doc) return problem(404, 'notFound');
        const { requests = [], writeControl } = JSON.parse(bytes.toString()) as {
          requests?: Fields[];
          writeControl?: Fields;
        };
        if (writeControl?.requiredRevisionId !== revisionOf(doc)) return problem(400, 'failedPrecondition');
        const copy = { ...doc, ranges: doc.ranges.map((range) => ({ ...range })) };
        if (!requests.every((request) => apply(copy, request))) return problem(400, 'badRequest');
        Object.assign(doc, copy);
        edit(doc);
        return { status: 200, body: { documentId: id } };
      },
    ],
  ];

  return {
    answer(request) {
      const asked = `${request.method} ${decodeURIComponent(request.path)}`;
      for (const [pattern, respond] of routes) {
        const found = pattern.exec(asked);
        if (found) return respond([...found], request);
      }
      return problem(404, 'notFound');
    },
    add: (name, text) => add(name, text).id,
    rewrite(from, to) {
      for (const doc of docs.values()) {
        const at = doc.text.indexOf(from);
        if (at < 0) continue;
        replace(doc, at + 1, at + 1 + from.length, to);
        edit(doc);
      }
    },
    share(id, type) {
      docs.get(id)?.permissions.push({ type });
    },
    meaning: () =>
      [...docs.values()]
        .filter(({ trashed }) => !trashed)
        .map(({ name, text, permissions }) => ({ name, text, permissions: permissions.length })),
  };
}

const revisionOf = ({ revision }: Doc): string => `revision-${revision}`;

const fileOf = ({ id, name, editedAt, permissions }: Doc) => ({
  id,
  name,
  modifiedTime: editedAt,
  shared: permissions.length > 1,
  permissions,
});

/** The conditions that are used: part of the name, one mark; the kind and the trash always. */
function list(all: readonly Doc[], query: URLSearchParams): Answer {
  const q = query.get('q') ?? '';
  const text = (pattern: RegExp) =>
    pattern
      .exec(q)
      ?.slice(1)
      .map((found) => found.replaceAll(/\\(.)/g, '$1'));
  const [name] = text(/name contains '((?:[^'\\]|\\.)*)'/) ?? [];
  const [key, value] = text(/appProperties has \{ key='((?:[^'\\]|\\.)*)' and value='((?:[^'\\]|\\.)*)' \}/) ?? [];
  if (!q.includes(`mimeType = '${DOCUMENT}'`) || !q.includes('trashed = false')) return problem(400, 'badRequest');
  const found = all
    .filter((doc) => !doc.trashed)
    .filter((doc) => name === undefined || doc.name.toLowerCase().includes(name.toLowerCase()))
    .filter((doc) => key === undefined || doc.marks[key] === value)
    .reverse();
  const from = Number(query.get('pageToken') ?? 0);
  const size = Math.min(Number(query.get('pageSize') ?? PAGE_SIZE), PAGE_SIZE);
  const files = found.slice(from, from + size).map(fileOf);
  return { status: 200, body: { files, ...(from + size < found.length && { nextPageToken: String(from + size) }) } };
}

/** The two parts of `multipart/related`: what the file is, and what is in it. */
function partsOf(type: string, bytes: Buffer): readonly [string, string] | null {
  const boundary = /boundary="?([^";]+)"?/.exec(type)?.[1];
  if (!type.startsWith('multipart/related') || boundary === undefined) return null;
  const parts = bytes
    .toString('utf8')
    .split(`--${boundary}`)
    .slice(1, -1)
    .map((part) => part.slice(part.indexOf('\r\n\r\n') + 4, -2));
  return parts.length === 2 ? [parts[0] ?? '', parts[1] ?? ''] : null;
}

function documentOf(doc: Doc) {
  let at = 1;
  const paragraphs = doc.text.split('\n').map((line) => {
    const [startIndex, endIndex] = [at, at + line.length + 1];
    at = endIndex;
    return {
      startIndex,
      endIndex,
      paragraph: { elements: [{ startIndex, endIndex, textRun: { content: `${line}\n` } }] },
    };
  });
  const named = doc.ranges.map(({ name, start, end }) => [
    name,
    { name, namedRanges: [{ name, ranges: [{ startIndex: start, endIndex: end }] }] },
  ]);
  return {
    documentId: doc.id,
    title: doc.name,
    revisionId: revisionOf(doc),
    body: { content: [{ endIndex: 1, sectionBreak: {} }, ...paragraphs] },
    namedRanges: Object.fromEntries(named),
  };
}

/** Replaces a stretch of the text; marks around it grow or shrink with it. */
function replace(doc: Doc, start: number, end: number, to: string): void {
  doc.text = doc.text.slice(0, start - 1) + to + doc.text.slice(end - 1);
  const by = to.length - (end - start);
  for (const range of doc.ranges) {
    if (range.start >= end) range.start += by;
    if (range.end >= end) range.end += by;
  }
}

function apply(doc: Doc, request: Fields): boolean {
  const { insertText, createNamedRange, deleteContentRange, deleteNamedRange } = request as Record<
    string,
    | { text: string; name: string; location: { index: number }; range: { startIndex: number; endIndex: number } }
    | undefined
  >;
  const last = doc.text.length + 1;
  if (insertText) {
    const { index } = insertText.location;
    if (index < 1 || index > last) return false;
    replace(doc, index, index, insertText.text);
  }
  if (createNamedRange) {
    const { startIndex: start, endIndex: end } = createNamedRange.range;
    if (start < 1 || end > last || start >= end) return false;
    doc.ranges.push({ name: createNamedRange.name, start, end });
  }
  if (deleteNamedRange) doc.ranges = doc.ranges.filter(({ name }) => name !== deleteNamedRange.name);
  if (deleteContentRange) {
    const { startIndex: start, endIndex: end } = deleteContentRange.range;
    // The end of the last line can’t be taken out.
    if (start < 1 || end > last || start >= end) return false;
    replace(doc, start, end, '');
  }
  return true;
}
