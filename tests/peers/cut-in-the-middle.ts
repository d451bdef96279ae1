import { connect, createServer, type Socket } from 'node:net';

/** A way to a server that can break off: before a command reaches it, or after it has done it and before it says so. */
export type Cuttable = {
  readonly port: number;
  /** Cuts at the next line of the client that fits; once. `silent`: it is passed on, and nothing comes back any more. */
  cut(at: Cut, when: 'before' | 'after' | 'silent'): void;
  /** Whether that has happened; of a server that is kept silent: that it has answered in vain. */
  hasCut(): boolean;
  /** Says this to whoever comes, and hangs up, as if it were the server; null: the server is there again. */
  answer(instead: string | null): void;
  stop(): Promise<void>;
};

/** `done` recognises the server's word that what `command` asked for is done. */
export type Cut = { readonly command: RegExp; done(command: string): RegExp };

/** Stands between a client and a server on this computer, and passes on whatever either says. */
export async function cutInTheMiddle(target: number, { speaksFirst = true } = {}): Promise<Cuttable> {
  let armed: { at: Cut; when: 'before' | 'after' | 'silent' } | null = null;
  let hasCut = false;
  let instead: string | null = null;
  const open = new Set<Socket>();

  const server = createServer((client) => {
    if (instead !== null) {
      const words = instead;
      client.on('error', () => {});
      if (words === '') client.destroy();
      // A web server speaks when it is spoken to; one for mail speaks first.
      else if (speaksFirst) client.end(words);
      else client.once('data', () => client.end(words));
      return;
    }
    const service = connect(target, '127.0.0.1');
    let done: RegExp | null = null;
    let heard = '';
    let isSilent = false;
    const end = () => {
      client.destroy();
      service.destroy();
    };
    for (const socket of [client, service]) {
      open.add(socket);
      socket.on('error', end).on('close', () => {
        open.delete(socket);
        end();
      });
    }
    client.on('data', (bytes) => {
      const found = armed?.at.command.exec(bytes.toString('latin1'));
      if (armed && found) {
        const { at, when } = armed;
        armed = null;
        if (when === 'silent') isSilent = true;
        else hasCut = true;
        if (when === 'before') return end();
        if (when === 'after') done = at.done(found[0]);
      }
      service.write(bytes);
    });
    service.on('data', (bytes) => {
      heard = done === null ? '' : heard + bytes.toString('latin1');
      if (done?.test(heard)) return end();
      if (isSilent) {
        hasCut = true;
        return;
      }
      client.write(bytes);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('No port.');

  return {
    port: address.port,
    cut(at, when) {
      armed = { at, when };
      hasCut = false;
    },
    hasCut: () => hasCut,
    answer(next) {
      instead = next;
    },
    async stop() {
      for (const socket of open) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
