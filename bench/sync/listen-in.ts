import { once } from 'node:events';
import { connect, createServer, type Socket } from 'node:net';

/** What was said on one connection: the commands in their order, when each was heard, and how many emails came. */
export type Conversation = { readonly commands: { readonly name: string; readonly at: number }[]; emails: number };

/** Passes on whatever a mail program and its server say, and notes what. */
export async function listenIn(target: number) {
  const conversations: Conversation[] = [];
  const open = new Set<Socket>();
  const server = createServer((client) => {
    const conversation: Conversation = { commands: [], emails: 0 };
    conversations.push(conversation);
    const service = connect(target, '127.0.0.1');
    for (const socket of [client, service]) {
      open.add(socket);
      socket
        .on('error', () => {})
        .on('close', () => {
          open.delete(socket);
          client.destroy();
          service.destroy();
        });
    }
    let last = '';
    client.on('data', (bytes) => {
      for (const [, name = ''] of bytes.toString('latin1').matchAll(/^[A-Z0-9]+ ((?:UID )?[A-Z]+)/gm))
        conversation.commands.push({ name, at: performance.now() });
      service.write(bytes);
    });
    service.on('data', (bytes) => {
      const text = last + bytes.toString('latin1');
      const end = text.lastIndexOf('\n') + 1;
      conversation.emails += text.slice(0, end).match(/^\* \d+ FETCH /gm)?.length ?? 0;
      last = text.slice(end);
      client.write(bytes);
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('No port.');
  return {
    port: address.port,
    conversations,
    async stop() {
      for (const socket of open) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** One byte there and back over a bare connection of this computer, in milliseconds. */
export async function timeOfEcho(times: number): Promise<number> {
  const server = createServer((socket) => socket.pipe(socket)).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const socket = connect((server.address() as { port: number }).port, '127.0.0.1');
  await once(socket, 'connect');
  const began = performance.now();
  for (let n = 0; n < times; n += 1) {
    socket.write('x');
    await once(socket, 'data');
  }
  const each = (performance.now() - began) / times;
  socket.destroy();
  server.close();
  return each;
}
