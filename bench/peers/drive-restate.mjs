// Restate: the handlers in this process, the engine in the server that the bench has started.
import http2 from 'node:http2';
import * as restate from '@restatedev/restate-sdk';
import * as clients from '@restatedev/restate-sdk-clients';
import { answer, inShape, request, runNumbers, takeTime } from './take-time.mjs';

const { ingress, admin } = request.server;
const service = restate.service({
  name: 'answer',
  handlers: {
    run: async (context) => {
      await inShape((number) => context.run(`step-${number}`, () => answer(number)));
    },
  },
});
const quiet = () => {};
const handler = restate.createEndpointHandler({ services: [service], logger: quiet });
const sessions = new Set();
const server = http2.createServer(handler).on('session', (session) => sessions.add(session));
await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
const registered = await fetch(`${admin}/deployments`, {
  method: 'POST',
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify({ uri: `http://127.0.0.1:${server.address().port}` }),
});
if (!registered.ok) throw new Error(`Restate did not take the handlers: ${await registered.text()}`);

const client = clients.connect({ url: ingress }).serviceClient(service);
const tell = await takeTime(() => Promise.all(runNumbers.map(() => client.run())));
for (const session of sessions) session.destroy();
server.close();
tell();
