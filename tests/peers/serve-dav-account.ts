import { afterAll, beforeAll } from 'vitest';
import type { Account } from '#connectors/sdk/account.ts';
import type { ServiceTrouble, TrialService } from '#connectors/sdk/trial-world.testsuite.ts';
import { succeed } from '#contract/model/result.ts';
import { type Cut, cutInTheMiddle } from '#tests/peers/cut-in-the-middle.ts';
import { type Radicale, startRadicale } from '#tests/peers/start-radicale.ts';

/** What an account holds: its collection at the server, how its files end, and what one of them means. */
type Held = { readonly collection: string; readonly ending: string; meaning(text: string): string };

/** A real server for a whole file of tests, and an account of its own on it for each. */
export type DavServers = {
  radicale(): Radicale;
  openService(): Promise<TrialService>;
  /** What stands in the collection: the text of each item by its address. */
  objects(user: string): Promise<Record<string, string>>;
};

const change: Cut = { command: /^(PUT|DELETE) /m, done: () => /^HTTP\/1\.[01] 2\d\d/m };

const said: Readonly<Record<Exclude<ServiceTrouble, 'revoked'>, string>> = {
  down: '',
  busy: 'HTTP/1.1 503 Service Unavailable\r\nRetry-After: 30\r\nContent-Length: 0\r\nConnection: close\r\n\r\n',
  garbled: '* OK this is no web server\r\n',
};

export function withDavServer({ collection, ending, meaning }: Held): DavServers {
  let radicale: Radicale;
  let people = 0;
  beforeAll(async () => {
    radicale = await startRadicale();
  });
  afterAll(() => radicale?.stop());

  async function objects(user: string): Promise<Record<string, string>> {
    const list = await radicale.ask(user, 'PROPFIND', `/${user}/${collection}/`, '', { depth: '1' });
    const paths = [...(await list.text()).matchAll(/<href>([^<]+)<\/href>/g)]
      .map(([, path = '']) => path)
      .filter((path) => path.endsWith(ending))
      .sort();
    const texts = await Promise.all(paths.map(async (path) => (await radicale.ask(user, 'GET', path)).text()));
    return Object.fromEntries(paths.map((path, index) => [path, texts[index] ?? '']));
  }

  return {
    radicale: () => radicale,
    objects,
    async openService() {
      people += 1;
      const user = `person-${people}`;
      await radicale.addPerson(user);
      const way = await cutInTheMiddle(radicale.port, { speaksFirst: false });
      let password = radicale.password;
      const account: Account = {
        settings: { address: user, user, url: `http://127.0.0.1:${way.port}/` },
        secret: async () => succeed(password),
      };
      return {
        account,
        // Radicale writes what it is given in its own order; what counts is what it means.
        snapshot: async () =>
          Object.fromEntries(Object.entries(await objects(user)).map(([path, text]) => [path, meaning(text)])),
        cut: (when) => way.cut(change, when),
        fallSilent: () => way.cut(change, 'silent'),
        narrow: () => way.answer('HTTP/1.1 403 Forbidden\r\nContent-Length: 0\r\nConnection: close\r\n\r\n'),
        hasCut: way.hasCut,
        be(trouble) {
          password = trouble === 'revoked' ? 'the one before' : radicale.password;
          way.answer(trouble === null || trouble === 'revoked' ? null : said[trouble]);
        },
        close: way.stop,
      };
    },
  };
}
