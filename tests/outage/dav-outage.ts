import type { Connector } from '#connectors/sdk/connector.ts';
import type { Outage } from '#tests/outage/outage.testsuite.ts';
import { startRadicale } from '#tests/peers/start-radicale.ts';
import { webFaultProxy } from '#tests/peers/web-fault-proxy.ts';

export type DavOutage = {
  outageOf(connector: Connector): Omit<Outage, 'deeds'>;
  /** How often something stands in a collection. */
  count(collection: string): (mark: string) => Promise<number>;
  stop(): Promise<void>;
};

const USER = 'ana';

/** Radicale behind a way on which things go wrong. */
export async function openDavOutage(): Promise<DavOutage> {
  const radicale = await startRadicale();
  await radicale.addPerson(USER);
  const proxy = await webFaultProxy(radicale.port, ({ method }) => method === 'PUT' || method === 'DELETE');
  const url = `http://127.0.0.1:${proxy.port}/`;
  return {
    outageOf: (connector) => ({
      connectors: [connector],
      async connect({ api }) {
        const { provider } = connector;
        const settings = { address: USER, user: USER, url, password: radicale.password };
        await api.integrations.connect({ provider, settings });
        return provider;
      },
      be: proxy.be,
      struck: proxy.struck,
      secrets: () => [radicale.password],
    }),
    count: (collection) => async (mark) => {
      const data = collection === 'people' ? 'card:address-data' : 'cal:calendar-data';
      const report = collection === 'people' ? 'card:addressbook-query' : 'cal:calendar-query';
      const spaces =
        'xmlns="DAV:" xmlns:cal="urn:ietf:params:xml:ns:caldav" xmlns:card="urn:ietf:params:xml:ns:carddav"';
      const all = `<${report} ${spaces}><prop><${data}/></prop></${report}>`;
      const answer = await radicale.ask(USER, 'REPORT', `/${USER}/${collection}/`, all, { depth: '1' });
      const text = await answer.text();
      return text.split(/\r?\n|&#13;/).filter((line) => line === `SUMMARY:${mark}` || line === `FN:${mark}`).length;
    },
    async stop() {
      await proxy.stop();
      await radicale.stop();
    },
  };
}
