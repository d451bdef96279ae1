import { createServer } from 'node:http';
import { createEmulator } from 'emulate';
import { findPort } from '#tests/peers/find-port.ts';

/** Slack on this computer: `emulate`, and in front of it tokens that can be taken back, which it would always take. */
export type Slack = {
  readonly url: string;
  readonly port: number;
  /** The person's own token, and one of somebody else in the workspace. */
  readonly tokens: { readonly me: string; readonly ana: string };
  turnAway(isAway: boolean): void;
  ask(token: string, method: string, params?: Readonly<Record<string, string>>): Promise<Record<string, unknown>>;
  stop(): Promise<void>;
};

const tokens = { me: 'xoxp-me', ana: 'xoxp-ana' };

export async function startSlack(): Promise<Slack> {
  const port = await findPort();
  const scopes = [
    'chat:write',
    'channels:read',
    'channels:history',
    'channels:manage',
    'channels:write',
    'groups:read',
    'groups:history',
    'groups:write',
    'users:read',
  ];
  const emulator = await createEmulator({
    service: 'slack',
    port,
    seed: {
      tokens: { [tokens.me]: { login: 'me', scopes }, [tokens.ana]: { login: 'ana', scopes } },
      slack: {
        team: { name: 'Trial', domain: 'trial' },
        users: [
          { name: 'me', real_name: 'Me' },
          { name: 'ana', real_name: 'Ana Silva' },
        ],
      },
    },
  });
  let isAway = false;
  const server = createServer((request, response) => {
    // A wire for each request, so that what cuts one in a trial cuts that request and none after it.
    response.setHeader('connection', 'close');
    void (async () => {
      const chunks: Buffer[] = [];
      for await (const chunk of request) chunks.push(chunk as Buffer);
      const token = /^Bearer (.+)$/.exec(request.headers.authorization ?? '')?.[1] ?? '';
      const isKnown = Object.values(tokens).includes(token) && !(isAway && token === tokens.me);
      const body = isKnown
        ? await (
            await fetch(`http://127.0.0.1:${port}${request.url}`, {
              method: 'POST',
              headers: { authorization: `Bearer ${token}`, 'content-type': request.headers['content-type'] ?? '' },
              body: Buffer.concat(chunks),
            })
          ).text()
        : JSON.stringify({ ok: false, error: isAway ? 'token_revoked' : 'invalid_auth' });
      response.writeHead(200, { 'content-type': 'application/json' }).end(body);
    })().catch(() => response.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const bound = server.address();
  if (bound === null || typeof bound === 'string') throw new Error('No port.');
  return {
    url: `http://127.0.0.1:${bound.port}`,
    port: bound.port,
    tokens,
    turnAway(away) {
      isAway = away;
    },
    async ask(token, method, params = {}) {
      const answered = await fetch(`http://127.0.0.1:${port}/api/${method}`, {
        method: 'POST',
        headers: { authorization: `Bearer ${token}` },
        body: new URLSearchParams(params),
      });
      const told = (await answered.json()) as Record<string, unknown>;
      if (told.ok !== true) throw new Error(`${method}: ${String(told.error)}`);
      return told;
    },
    async stop() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      await emulator.close();
    },
  };
}
