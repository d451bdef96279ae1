import { randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';

/** Stands in for Notion on this computer, in the forms of its reference (developers.notion.com/reference), as far as they are used. */
export type Notion = {
  readonly url: string;
  readonly port: number;
  /** A workspace of its own with one page in it; answers with the secret of an integration that was given that page. */
  openWorkspace(
    title: string,
    options?: { readonly isPublic?: boolean },
  ): { readonly token: string; readonly page: string };
  /** From now on its secret counts for nothing, or the integration has no capabilities. */
  limit(token: string, to: 'revoked' | 'narrowed' | null): void;
  /** As the person does by hand in Notion. */
  byHand: {
    addPage(token: string, parent: string, title: string, lines?: readonly Line[]): string;
    addLine(token: string, page: string, line: Line, under?: string): string;
    rewrite(token: string, from: string, to: string): void;
    publish(token: string, page: string): void;
  };
  /** Everything that stands there, without ids and times. */
  snapshot(token: string): Told;
  /** Requests since the start. */
  requests(): number;
  stop(): Promise<void>;
};
export type Line = { readonly type: string; readonly text: string; readonly checked?: boolean };
export type Told = { readonly title: string; readonly lines: readonly (string | Told)[] };

type Rich = { type: 'text'; text: { content: string }; plain_text: string };
type Node = {
  id: string;
  type: string;
  rich: Rich[];
  checked: boolean;
  by: string;
  parent: string | null;
  children: string[];
  archived: boolean;
  isPublic: boolean;
  at: string;
};
type Workspace = { nodes: Map<string, Node>; root: string; limit: 'revoked' | 'narrowed' | null; bot: string };
type Asked = { method: string; path: string[]; query: URLSearchParams; body: Record<string, unknown> };

class Refusal extends Error {
  readonly status: number;
  readonly code: string;
  constructor(status: number, code: string, message: string) {
    super(message);
    this.status = status;
    this.code = code;
  }
}

const invalid = (message: string) => new Refusal(400, 'validation_error', message);
const PERSON = '11111111-1111-4111-8111-111111111111';
const MOST_CHILDREN = 100;
const LONGEST_TEXT = 2_000;

export async function startNotion(): Promise<Notion> {
  const workspaces = new Map<string, Workspace>();
  let requests = 0;
  const server = createServer((request, response) => {
    requests += 1;
    void answer(workspaces, request, response).catch(() => response.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const bound = server.address();
  if (bound === null || typeof bound === 'string') throw new Error('No port.');
  const of = (token: string): Workspace => {
    const workspace = workspaces.get(token);
    if (!workspace) throw new Error('There is no such workspace.');
    return workspace;
  };
  const addPage = (token: string, parent: string, title: string, lines: readonly Line[] = []) => {
    const page = add(of(token), parent, { type: 'child_page', text: title }, PERSON);
    for (const line of lines) add(of(token), page.id, line, PERSON);
    return page.id;
  };
  return {
    url: `http://127.0.0.1:${bound.port}`,
    port: bound.port,
    openWorkspace(title, { isPublic = false } = {}) {
      const token = `ntn_${randomUUID()}`;
      const workspace: Workspace = { nodes: new Map(), root: '', limit: null, bot: randomUUID() };
      workspaces.set(token, workspace);
      const page = add(workspace, null, { type: 'child_page', text: title }, PERSON);
      page.isPublic = isPublic;
      workspace.root = page.id;
      return { token, page: page.id };
    },
    limit(token, to) {
      of(token).limit = to;
    },
    byHand: {
      addPage,
      addLine: (token, page, line, under = page) => add(of(token), under, line, PERSON).id,
      rewrite(token, from, to) {
        for (const node of of(token).nodes.values()) if (plain(node) === from) node.rich = [rich(to)];
      },
      publish(token, page) {
        find(of(token), page).isPublic = true;
      },
    },
    snapshot(token) {
      const workspace = of(token);
      return tell(workspace, find(workspace, workspace.root));
    },
    requests: () => requests,
    async stop() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

const rich = (content: string): Rich => ({ type: 'text', text: { content }, plain_text: content });
const plain = ({ rich: parts }: Node): string => parts.map(({ plain_text }) => plain_text).join('');

function add(workspace: Workspace, parent: string | null, { type, text, checked = false }: Line, by: string): Node {
  const at = new Date().toISOString();
  const rest = { parent, children: [], archived: false, isPublic: false, at };
  const node: Node = { id: randomUUID(), type, rich: [rich(text)], checked, by, ...rest };
  workspace.nodes.set(node.id, node);
  if (parent !== null) find(workspace, parent).children.push(node.id);
  return node;
}

function find(workspace: Workspace, id: string): Node {
  const node = workspace.nodes.get(id);
  if (!node) throw new Refusal(404, 'object_not_found', `Could not find block with ID: ${id}.`);
  return node;
}

const childrenOf = (workspace: Workspace, { children }: Node): Node[] =>
  children.map((id) => find(workspace, id)).filter(({ archived }) => !archived);

const tell = (workspace: Workspace, page: Node): Told => ({
  title: plain(page),
  lines: childrenOf(workspace, page).map((node) =>
    node.type === 'child_page' || node.children.length > 0 ? tell(workspace, node) : `${node.type}: ${plain(node)}`,
  ),
});

async function answer(workspaces: Map<string, Workspace>, request: IncomingMessage, response: ServerResponse) {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const say = (status: number, body: object) =>
    // A wire for each request, so that what cuts one in a trial cuts that request and none after it.
    response.writeHead(status, { 'content-type': 'application/json', connection: 'close' }).end(JSON.stringify(body));
  try {
    const token = /^Bearer (.+)$/.exec(request.headers.authorization ?? '')?.[1] ?? '';
    const workspace = workspaces.get(token);
    if (!workspace || workspace.limit === 'revoked') throw new Refusal(401, 'unauthorized', 'API token is invalid.');
    if (request.headers['notion-version'] !== '2022-06-28')
      throw new Refusal(400, 'missing_version', 'Notion-Version header should be defined.');
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://notion');
    const method = request.method ?? 'GET';
    if (workspace.limit === 'narrowed')
      throw new Refusal(403, 'restricted_resource', 'Insufficient permissions for this endpoint.');
    const body = chunks.length === 0 ? {} : (JSON.parse(Buffer.concat(chunks).toString()) as Record<string, unknown>);
    say(200, respond(workspace, { method, path: pathname.split('/').slice(2), query: searchParams, body }));
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    say(error.status, { object: 'error', status: error.status, code: error.code, message: error.message });
  }
}

function respond(workspace: Workspace, { method, path, query, body }: Asked): object {
  const [kind, id = '', more] = path;
  switch (`${method} ${kind}${id === '' ? '' : '/:id'}${more === undefined ? '' : `/${more}`}`) {
    case 'GET users/:id':
      return { object: 'user', id: workspace.bot, type: 'bot', name: 'Trial', bot: { workspace_name: 'Trial' } };
    case 'POST search':
      return paged(searched(workspace, String(body.query ?? '')), body);
    case 'GET pages/:id':
      return asPage(findPage(workspace, id));
    case 'POST pages':
      return asPage(makePage(workspace, body));
    case 'PATCH pages/:id': {
      const page = findPage(workspace, id);
      if (typeof body.archived === 'boolean') page.archived = body.archived;
      return asPage(page);
    }
    case 'GET blocks/:id/children':
      return paged(childrenOf(workspace, find(workspace, id)).map(asBlock), Object.fromEntries(query));
    case 'PATCH blocks/:id/children':
      return paged(append(workspace, id, body.children).map(asBlock), {});
    case 'DELETE blocks/:id': {
      const block = find(workspace, id);
      if (block.archived) throw invalid('Can’t edit block that is archived.');
      block.archived = true;
      return asBlock(block);
    }
    default:
      throw new Refusal(400, 'invalid_request_url', 'Invalid request URL.');
  }
}

function findPage(workspace: Workspace, id: string): Node {
  const page = workspace.nodes.get(id);
  if (page?.type !== 'child_page')
    throw new Refusal(
      404,
      'object_not_found',
      `Could not find page with ID: ${id}. Make sure the relevant pages are shared with your integration.`,
    );
  return page;
}

const searched = (workspace: Workspace, query: string): object[] =>
  [...workspace.nodes.values()]
    .filter(
      (node) => node.type === 'child_page' && !node.archived && plain(node).toLowerCase().includes(query.toLowerCase()),
    )
    .reverse()
    .map(asPage);

/** A list in pages of `page_size`, 100 at most, from `start_cursor` on. */
function paged(all: readonly object[], { page_size, start_cursor }: Record<string, unknown>): object {
  const size = page_size === undefined ? MOST_CHILDREN : Number(page_size);
  if (!(size >= 1 && size <= MOST_CHILDREN)) throw invalid('page_size should be ≤ 100.');
  const from = start_cursor === undefined ? 0 : Number(String(start_cursor).replace('at-', ''));
  const next = from + size;
  const has_more = next < all.length;
  return { object: 'list', results: all.slice(from, next), has_more, next_cursor: has_more ? `at-${next}` : null };
}

function makePage(workspace: Workspace, body: Record<string, unknown>): Node {
  const parent = (body.parent as { page_id?: string } | undefined)?.page_id;
  const properties = body.properties as { title?: { title?: { text: { content: string } }[] } } | undefined;
  const title = properties?.title?.title?.map(({ text }) => text.content).join('');
  if (parent === undefined || title === undefined)
    throw invalid('body.parent and body.properties.title should be defined.');
  findPage(workspace, parent);
  const lines = readLines(body.children ?? []);
  const page = add(workspace, parent, { type: 'child_page', text: title }, workspace.bot);
  for (const line of lines) add(workspace, page.id, line, workspace.bot);
  return page;
}

function append(workspace: Workspace, id: string, children: unknown): Node[] {
  find(workspace, id);
  return readLines(children).map((line) => add(workspace, id, line, workspace.bot));
}

function readLines(children: unknown): Line[] {
  if (!Array.isArray(children)) throw invalid('body.children should be an array.');
  if (children.length > MOST_CHILDREN) throw invalid(`body.children.length should be ≤ ${MOST_CHILDREN}.`);
  return children.map((block: Record<string, unknown>) => {
    const type = String(block.type);
    const { rich_text } = block[type] as { rich_text: { text: { content: string } }[] };
    const texts = rich_text.map(({ text }) => text.content);
    if (texts.some((text) => text.length > LONGEST_TEXT)) throw invalid(`content.length should be ≤ ${LONGEST_TEXT}.`);
    return { type, text: texts.join('') };
  });
}

const shared = ({ id, by, at, archived, parent }: Node) => ({
  id,
  created_time: at,
  last_edited_time: at,
  created_by: { object: 'user', id: by },
  archived,
  in_trash: archived,
  parent: parent === null ? { type: 'workspace', workspace: true } : { type: 'page_id', page_id: parent },
});

const asPage = (node: Node): object => ({
  object: 'page',
  ...shared(node),
  properties: { title: { id: 'title', type: 'title', title: node.rich } },
  url: `https://www.notion.so/${node.id.replaceAll('-', '')}`,
  public_url: node.isPublic ? `https://trial.notion.site/${node.id.replaceAll('-', '')}` : null,
});

const asBlock = (node: Node): object => ({
  object: 'block',
  ...shared(node),
  type: node.type,
  has_children: node.children.length > 0,
  [node.type]:
    node.type === 'child_page'
      ? { title: plain(node) }
      : node.type === 'divider'
        ? {}
        : { rich_text: node.rich, ...(node.type === 'to_do' && { checked: node.checked }) },
});
