import { ReadableStream as webStream } from 'node:stream/web';
import type { FetchLike, Transport } from '@modelcontextprotocol/sdk/shared/transport.js';
import { LONGEST_MESSAGE, MOST_NOISE } from '#connectors/mcp/limits.ts';
import { readEnvironment, type Way } from '#connectors/mcp/settings.ts';

/** What was learnt on the way that the SDK's own errors do not tell. */
export type Heard = {
  /** The last words of a process on its error stream. */
  lastWords: string;
  /** What an address asked to wait for, in seconds. */
  retryAfterSeconds: number | null;
};

const MOST_LAST_WORDS = 2_000;
/** For an answer to be read once its last byte is here. */
const SETTLING_MS = 200;

/** The way to it, kept from flooding us. The SDK is loaded with the first that is used. */
export async function openTransport(
  way: Way,
  secret: string,
  { fetch, heard }: { readonly fetch: typeof globalThis.fetch; readonly heard: Heard },
): Promise<Transport> {
  if (way.kind === 'address') {
    const { StreamableHTTPClientTransport } = await import('@modelcontextprotocol/sdk/client/streamableHttp.js');
    const headers: Record<string, string> = secret === '' ? {} : { authorization: `Bearer ${secret}` };
    let ended: (id: unknown) => void = () => {};
    const own = limitedFetch(fetch, heard, (id) => ended(id));
    const inner = new StreamableHTTPClientTransport(way.url, { fetch: own, requestInit: { headers } });
    const { transport, isUnanswered } = limited(inner);
    // Otherwise an answer that breaks off is waited for until the time is up.
    ended = (id) => setTimeout(() => isUnanswered(id) && void inner.close(), SETTLING_MS).unref();
    return transport;
  }
  const { StdioClientTransport } = await import('@modelcontextprotocol/sdk/client/stdio.js');
  const environment = readEnvironment(secret);
  const transport = new StdioClientTransport({
    command: way.command,
    args: [...way.args],
    // The SDK adds where programs and the home folder are, and nothing else of ours.
    env: typeof environment === 'string' ? {} : { ...environment },
    stderr: 'pipe',
    maxBufferSize: LONGEST_MESSAGE,
  });
  transport.stderr?.on('data', (chunk: Buffer) => {
    heard.lastWords = `${heard.lastWords}${chunk.toString('utf8')}`.slice(-MOST_LAST_WORDS);
  });
  return limited(transport).transport;
}

/** Ends it once it says too much that is no answer. */
function limited(inner: Transport): { transport: Transport; isUnanswered(id: unknown): boolean } {
  let noise = 0;
  const unanswered = new Set<unknown>();
  const count = () => {
    noise += 1;
    if (noise > MOST_NOISE) void inner.close();
  };
  const outer: Transport = {
    async start() {
      inner.onmessage = (message, extra) => {
        if ('method' in message) count();
        else unanswered.delete(message.id);
        if (noise <= MOST_NOISE) outer.onmessage?.(message, extra);
      };
      inner.onerror = (error) => {
        count();
        if (noise <= MOST_NOISE) outer.onerror?.(error);
      };
      inner.onclose = () => outer.onclose?.();
      await inner.start();
    },
    send(message, options) {
      noise = 0;
      if ('method' in message && 'id' in message) unanswered.add(message.id);
      return inner.send(message, options);
    },
    close: () => inner.close(),
    setProtocolVersion: (version) => inner.setProtocolVersion?.(version),
  };
  return { transport: outer, isUnanswered: (id) => unanswered.has(id) };
}

/** Only what was asked for: nothing is pushed to us, no answer is longer than it may be. */
function limitedFetch(fetch: typeof globalThis.fetch, heard: Heard, onEnd: (id: unknown) => void): FetchLike {
  return async (url, init) => {
    if (init?.method === 'GET') return new Response(null, { status: 405 });
    const response = await fetch(url, init);
    const seconds = Number(response.headers.get('retry-after') ?? Number.NaN);
    heard.retryAfterSeconds = Number.isFinite(seconds) && seconds >= 0 ? Math.min(seconds, 86_400) : null;
    if (response.body === null) return response;
    const counted = webStream.from(
      countedBytes(response.body, () => onEnd(idIn(init?.body))),
    ) as unknown as ReadableStream<Uint8Array>;
    const { status, statusText, headers } = response;
    return new Response(counted, { status, statusText, headers });
  };
}

async function* countedBytes(body: AsyncIterable<Uint8Array>, onEnd: () => void): AsyncGenerator<Uint8Array> {
  let left = LONGEST_MESSAGE;
  try {
    for await (const chunk of body) {
      left -= chunk.byteLength;
      if (left < 0) throw new Error('The answer is too long.');
      yield chunk;
    }
  } finally {
    onEnd();
  }
}

function idIn(body: unknown): unknown {
  const message: unknown = typeof body === 'string' ? JSON.parse(body) : null;
  return message !== null && typeof message === 'object' && 'id' in message ? message.id : null;
}
