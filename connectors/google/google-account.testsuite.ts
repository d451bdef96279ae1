import { afterAll, beforeAll } from 'vitest';
import { scopes } from '#connectors/google/google-settings.ts';
import type { Account } from '#connectors/sdk/account.ts';
import type { Surroundings } from '#connectors/sdk/action.ts';
import type { ServiceTrouble, TrialService } from '#connectors/sdk/trial-world.testsuite.ts';
import type { Json } from '#contract/model/json.ts';
import { succeed } from '#contract/model/result.ts';
import { type Cut, cutInTheMiddle } from '#tests/peers/cut-in-the-middle.ts';
import { type Google, startGoogle } from '#tests/peers/start-google.ts';

/** Google on this computer for a whole file of tests, and an account of its own on it for each. */
export type GoogleServers = {
  google(): Google;
  openService(): Promise<TrialService>;
  /** Asks as another program of the person's would. */
  byHand(surroundings: Surroundings, method: string, path: string, body?: object): Promise<Json>;
};

const anyChange = /^(POST|PATCH|PUT|DELETE) /m;

const said: Readonly<Record<Exclude<ServiceTrouble, 'revoked'>, string>> = {
  down: '',
  busy: 'HTTP/1.1 429 Too Many Requests\r\nRetry-After: 30\r\nContent-Length: 0\r\nConnection: close\r\n\r\n',
  garbled: '* OK this is no web server\r\n',
};

export const addressOf = ({ account }: Pick<Surroundings, 'account'>): string => account?.settings.address ?? '';

export function withGoogleServer(
  mail: (google: Google, token: string) => Promise<Json> = async () => null,
  command: RegExp = anyChange,
): GoogleServers {
  const change: Cut = { command, done: () => /^HTTP\/1\.[01] 2\d\d/m };
  let google: Google;
  const tokens = new Map<string, string>();
  beforeAll(async () => {
    google = await startGoogle();
  });
  afterAll(() => google?.stop());

  return {
    google: () => google,
    async byHand(surroundings, method, path, body) {
      const token = tokens.get(addressOf(surroundings)) ?? '';
      const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
      const response = await fetch(google.url + path, {
        method,
        headers,
        ...(body ? { body: JSON.stringify(body) } : {}),
      });
      const text = await response.text();
      if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${text}`);
      return text === '' ? null : JSON.parse(text);
    },
    async openService() {
      const { address, token } = google.addPerson();
      tokens.set(address, token);
      const way = await cutInTheMiddle(google.port, { speaksFirst: false });
      const account: Account = {
        settings: {
          address,
          clientId: 'trial.apps.googleusercontent.com',
          server: `http://127.0.0.1:${way.port}`,
          scope: Object.values(scopes).join(' '),
        },
        secret: async () => succeed(token),
      };
      return {
        account,
        snapshot: async () => ({
          events: google.calendarOf(address).meaning() as Json,
          mail: await mail(google, token),
          docs: google.docsOf(address).meaning() as Json,
        }),
        cut: (when) => way.cut(change, when),
        hasCut: way.hasCut,
        be(trouble) {
          google.turnAway(address, trouble === 'revoked');
          way.answer(trouble === null || trouble === 'revoked' ? null : said[trouble]);
        },
        close: way.stop,
      };
    },
  };
}
