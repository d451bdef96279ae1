import { mkdirSync, writeFileSync } from 'node:fs';
import { type IncomingHttpHeaders, request } from 'node:http';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { makeFolder, startLife, type TestLife } from '#main/compose-for-tests.ts';
import { openWebDoor } from '#main/shell/web/open-door.ts';

export type Answer = { readonly status: number; readonly headers: IncomingHttpHeaders; readonly text: string };

export type Asked = {
  readonly method?: string;
  readonly path: string;
  /** Null takes one of the usual headers away. */
  readonly headers?: Readonly<Record<string, string | null>>;
  readonly body?: string | Buffer;
  /** Sends the body without saying how long it is. */
  readonly chunked?: boolean;
};

/** The real door on a free port of this computer, with a page of its own to serve. */
export type TestDoor = {
  readonly life: TestLife;
  readonly port: number;
  readonly errors: string[];
  /** Asks as a program would that holds the token. */
  ask(asked: Asked): Promise<Answer>;
  /** As above, for JSON both ways. */
  call(method: string, path: string, body?: unknown): Promise<{ status: number; body: unknown }>;
  headers(headers?: Asked['headers']): Record<string, string>;
};

export const TOKEN = 'T'.repeat(43);

export async function openTestDoor(
  plans: Parameters<typeof startLife>[0] = {},
  options: Parameters<typeof startLife>[1] = {},
): Promise<TestDoor> {
  const life = await startLife(plans, options);
  const pageFolder = join(makeFolder(), 'renderer');
  mkdirSync(join(pageFolder, 'assets'), { recursive: true });
  writeFileSync(join(pageFolder, 'index.html'), '<!doctype html><title>Life OS</title>');
  writeFileSync(join(pageFolder, 'assets', 'app-1a2b.js'), 'export {};');
  writeFileSync(join(pageFolder, 'notes.txt'), 'not a part of the page');
  writeFileSync(join(pageFolder, '..', 'secret.json'), '"beside the page"');
  const errors: string[] = [];
  const log = { info: () => {}, error: (_fields: object, message: string) => errors.push(message) };
  const door = await openWebDoor({ lifeOs: life.lifeOs, token: TOKEN, port: 0, pageFolder, log });
  onTestFinished(() => door.close());

  const headersWith = (extra: Asked['headers'] = {}): Record<string, string> => {
    const usual = { host: `127.0.0.1:${door.port}`, authorization: `Bearer ${TOKEN}` };
    const all = Object.entries({ ...usual, ...extra });
    return Object.fromEntries(all.filter((entry): entry is [string, string] => entry[1] !== null));
  };

  const ask = ({ method = 'GET', path, headers, body, chunked = false }: Asked): Promise<Answer> =>
    new Promise((resolve, reject) => {
      const length = body === undefined || chunked ? {} : { 'content-length': String(Buffer.byteLength(body)) };
      const sent = request(
        {
          host: '127.0.0.1',
          port: door.port,
          method,
          path,
          headers: { ...headersWith(headers), ...length },
          agent: false,
        },
        (response) => {
          const pieces: Buffer[] = [];
          response.on('data', (piece: Buffer) => pieces.push(piece));
          response.on('error', reject);
          response.on('end', () =>
            resolve({
              status: response.statusCode ?? 0,
              headers: response.headers,
              text: Buffer.concat(pieces).toString('utf8'),
            }),
          );
        },
      );
      sent.on('error', reject);
      sent.end(body);
    });

  return {
    life,
    port: door.port,
    errors,
    ask,
    headers: headersWith,
    async call(method, path, body) {
      const headers: Asked['headers'] = body === undefined ? {} : { 'content-type': 'application/json' };
      const answer = await ask({ method, path, headers, body: body === undefined ? undefined : JSON.stringify(body) });
      return { status: answer.status, body: answer.text === '' ? null : JSON.parse(answer.text) };
    },
  };
}
