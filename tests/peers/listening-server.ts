import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type WebSocket, WebSocketServer } from 'ws';

type Sent = { readonly type: string; readonly [name: string]: unknown };

/** A stand-in for OpenAI's Realtime API in its transcription use: it speaks the protocol, and hears what it is told to. */
export type ListeningServer = {
  readonly baseUrl: string;
  /** What came in, by its kind, in order. */
  sent(type?: string): Sent[];
  /** Bytes of sound that came in. */
  soundBytes(): number;
  /** Tells something of its own to whoever is connected. */
  tell(event: object): void;
  /** Cuts the connection. */
  cut(): void;
  connections(): number;
  close(): Promise<void>;
};

type Hears = {
  /** The words of each second of sound that comes in, one after another; the last ones with the hand-over. */
  readonly words?: readonly string[];
  /** Turns the connection away with this status. */
  readonly status?: number;
  /** Says nothing at all once it is connected. */
  readonly mute?: boolean;
  /** Does not answer the hand-over. */
  readonly neverEnds?: boolean;
};

const BYTES_PER_WORD = 12_000;

export async function startListeningServer({
  words = [],
  status,
  mute = false,
  neverEnds = false,
}: Hears = {}): Promise<ListeningServer> {
  const sent: Sent[] = [];
  let bytes = 0;
  let count = 0;
  let current: WebSocket | null = null;
  const server = createServer((_request, response) => response.writeHead(404).end());
  const sockets = new WebSocketServer({ noServer: true, handleProtocols: (offered) => [...offered][0] ?? false });
  const tell = (event: object) => current?.send(JSON.stringify(event));
  server.on('upgrade', (request, socket, head) => {
    if (status !== undefined) {
      socket.end(`HTTP/1.1 ${status} Refused\r\nConnection: close\r\n\r\n`);
      return;
    }
    sockets.handleUpgrade(request, socket, head, (connected) => {
      current = connected;
      count += 1;
      const item = `item-${count}`;
      let heard = 0;
      let said = 0;
      if (!mute) tell({ type: 'session.created', session: {} });
      const sayUpTo = (upTo: number) => {
        for (; said < Math.min(upTo, words.length); said += 1) {
          const delta = `${said === 0 ? '' : ' '}${words[said]}`;
          tell({ type: 'conversation.item.input_audio_transcription.delta', item_id: item, delta });
        }
      };
      connected.on('message', (data) => {
        const event = JSON.parse(String(data)) as Sent;
        sent.push(event);
        if (mute) return;
        if (event.type === 'session.update') tell({ type: 'session.updated', session: event.session });
        if (event.type === 'input_audio_buffer.append') {
          heard += Buffer.from(String(event.audio), 'base64').byteLength;
          bytes += Buffer.from(String(event.audio), 'base64').byteLength;
          sayUpTo(Math.floor(heard / BYTES_PER_WORD));
        }
        if (event.type === 'input_audio_buffer.commit' && !neverEnds) {
          if (heard === 0) {
            tell({ type: 'error', error: { type: 'invalid_request_error', code: 'input_audio_buffer_commit_empty' } });
            return;
          }
          tell({ type: 'input_audio_buffer.committed', item_id: item });
          sayUpTo(words.length);
          tell({
            type: 'conversation.item.input_audio_transcription.completed',
            item_id: item,
            transcript: words.join(' '),
            usage: { type: 'tokens', input_tokens: Math.ceil(heard / 4800), output_tokens: words.length * 2 },
          });
        }
      });
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    baseUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`,
    sent: (type) => sent.filter((event) => type === undefined || event.type === type),
    soundBytes: () => bytes,
    tell,
    cut: () => current?.terminate(),
    connections: () => count,
    close: () =>
      new Promise((resolve) => {
        for (const client of sockets.clients) client.terminate();
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
