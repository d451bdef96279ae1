import { createServer, type IncomingMessage, request as send } from 'node:http';
import { connect, type Socket } from 'node:net';
import { DELAY_MS, type Fault, type FaultProxy, openProxy } from '#tests/peers/fault-proxy.ts';

type Asked = {
  readonly method: string;
  readonly path: string;
  readonly headers: IncomingMessage['rawHeaders'];
  readonly body: Buffer;
};
type Answered = { readonly status: number; readonly headers: readonly string[]; readonly body: Buffer };

const RETRY_AFTER_SECONDS = 20;

/** The same for HTTP, request by request; `changes` tells which of them change something. */
export async function webFaultProxy(
  target: number,
  changes: (asked: Pick<Asked, 'method' | 'path'> & { readonly text: string }) => boolean,
): Promise<FaultProxy> {
  let fault: Fault | null = null;
  let struck = 0;
  const open = new Set<Socket>();

  async function answer(message: IncomingMessage): Promise<void> {
    const { socket } = message;
    const asked = await read(message);
    const isChange = changes({ ...asked, text: asked.body.toString('utf8') });
    const now = meets(fault, isChange) ? fault : null;
    if (now !== null) struck += 1;
    switch (now) {
      case 'half-open':
        return;
      case 'busy':
        return tell(socket, short(429, ['Retry-After', String(RETRY_AFTER_SECONDS)]));
      case 'broken':
        return tell(socket, short(500, []));
      case 'cut-request':
        await forwardHalf(asked);
        return void socket.resetAndDestroy();
      case 'cut-answers':
      case 'cut-answer-of-change': {
        const whole = bytesOf(await forward(asked));
        socket.write(whole.subarray(0, Math.floor(whole.length * 0.7)), () => setTimeout(() => socket.destroy(), 2));
        return;
      }
      case 'twice':
      case 'twice-second-heard': {
        const [first, second] = [await forward(asked), await forward(asked)];
        return tell(socket, now === 'twice' ? first : second);
      }
      case 'delay':
        await new Promise((resolve) => setTimeout(resolve, DELAY_MS));
    }
    const answered = await forward(asked);
    if (now === 'delay') await new Promise((resolve) => setTimeout(resolve, DELAY_MS));
    tell(socket, answered);
  }

  /** A connection for each request, so that what is heard of one says nothing of another. */
  function forward({ method, path, headers, body }: Asked): Promise<Answered> {
    return new Promise((resolve, reject) => {
      const outgoing = send({ host: '127.0.0.1', port: target, method, path, headers: pairs(headers), agent: false });
      outgoing.on('error', reject).on('response', (incoming) => {
        const chunks: Buffer[] = [];
        incoming
          .on('data', (chunk: Buffer) => chunks.push(chunk))
          .on('error', reject)
          .on('end', () =>
            resolve({
              status: incoming.statusCode ?? 502,
              headers: without(incoming.rawHeaders),
              body: Buffer.concat(chunks),
            }),
          );
      });
      outgoing.end(body);
    });
  }

  /** The head, and half of what it announces; then the wire breaks. */
  function forwardHalf({ method, path, headers, body }: Asked): Promise<void> {
    return new Promise((resolve) => {
      const service = connect(target, '127.0.0.1');
      const lines = [`${method} ${path} HTTP/1.1`, ...asLines(headers), '', ''].join('\r\n');
      service.on('error', () => resolve()).on('close', () => resolve());
      const half = Buffer.concat([Buffer.from(lines, 'latin1'), body.subarray(0, Math.floor(body.length / 2))]);
      service.write(half, () => setTimeout(() => service.resetAndDestroy(), 5));
    });
  }

  const server = createServer((message) => {
    answer(message).catch(() => message.socket.destroy());
  });
  server.on('connection', (socket) => {
    open.add(socket);
    socket.on('error', () => {}).on('close', () => open.delete(socket));
  });
  const set = (next: Fault | null) => {
    fault = next;
    struck = 0;
  };
  return openProxy(server, open, set, () => struck);
}

function meets(fault: Fault | null, isChange: boolean): boolean {
  const ofChanges: readonly (Fault | null)[] = ['cut-request', 'cut-answer-of-change', 'twice', 'twice-second-heard'];
  return fault !== null && (isChange || !ofChanges.includes(fault));
}

async function read(message: IncomingMessage): Promise<Asked> {
  const chunks: Buffer[] = [];
  for await (const chunk of message) chunks.push(chunk as Buffer);
  const { method = 'GET', url = '/', rawHeaders } = message;
  const body = Buffer.concat(chunks);
  const length = body.length > 0 ? ['Content-Length', String(body.length)] : [];
  return { method, path: url, headers: [...without(rawHeaders), ...length], body };
}

/** What belongs to one stretch of the way alone. */
const ofTheWay = /^(connection|keep-alive|transfer-encoding|content-length|expect)$/i;
const pairsOf = (raw: readonly string[]) =>
  raw.flatMap((name, at) => (at % 2 === 0 ? [[name, raw[at + 1] ?? ''] as const] : []));
const without = (raw: readonly string[]): string[] =>
  pairsOf(raw).flatMap((pair) => (ofTheWay.test(pair[0]) ? [] : pair));
const asLines = (raw: readonly string[]): string[] => pairsOf(raw).map(([name, value]) => `${name}: ${value}`);

function pairs(raw: readonly string[]): Record<string, string> {
  return Object.fromEntries(pairsOf(raw));
}

const short = (status: number, headers: readonly string[]): Answered => ({
  status,
  headers,
  body: Buffer.from('Not now'),
});

function bytesOf({ status, headers, body }: Answered): Buffer {
  const length = status === 204 || status === 304 ? [] : [`Content-Length: ${body.length}`];
  const lines = [`HTTP/1.1 ${status} Answer`, ...asLines(headers), ...length, 'Connection: close', '', ''];
  return Buffer.concat([Buffer.from(lines.join('\r\n'), 'latin1'), body]);
}

const tell = (socket: Socket, answered: Answered): void => void socket.end(bytesOf(answered));
