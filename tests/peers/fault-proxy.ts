import { connect, createServer, type Server, type Socket } from 'node:net';

/** What goes wrong on the way to a service, for as long as it is set. */
export type Fault =
  /** Everything arrives, late. */
  | 'delay'
  /** A request that changes something breaks off in the middle of what it carries. */
  | 'cut-request'
  /** It is done, and the answer to it breaks off. */
  | 'cut-answer-of-change'
  /** Every answer breaks off in the middle. */
  | 'cut-answers'
  /** Everybody is asked to come back later: 429 with Retry-After, `421`, `BYE`. */
  | 'busy'
  /** Something is broken over there: 500, `451`, `NO [UNAVAILABLE]`. */
  | 'broken'
  /** The same, already when one signs in. */
  | 'broken-sign-in'
  /** It is taken, and nothing ever comes back. */
  | 'half-open'
  /** A change arrives twice; what is heard is the answer to the first, or to the second. */
  | 'twice'
  | 'twice-second-heard';

/** A way to a real server on this computer, in which things go wrong. */
export type FaultProxy = {
  readonly port: number;
  /** Null: all is well. Whoever is connected has to come anew. */
  be(fault: Fault | null): void;
  /** Requests or connections that the fault has met. */
  struck(): number;
  stop(): Promise<void>;
};

export const DELAY_MS = 15;

/** What a protocol without requests of its own kind looks like on the wire, as far as faults need to know. */
export type Speech = {
  /** A command that changes something, up to where what it carries begins. */
  readonly change: RegExp;
  /** The server's word that what it asked for is done. */
  done(command: string): RegExp;
  readonly signIn: RegExp;
  readonly busy: string;
  /** Instead of doing what the command asks for. */
  broken(command: string): string;
  /** How many bytes come along with a command, without a word of the server's in between. */
  carried(command: string): number;
};

/** So much of what a command carries still passes. */
const PASSES = 60;
/** For what was passed on to be there before the wire breaks. */
const SETTLING_MS = 5;

/** Stands between a client and a server and passes bytes on, whatever they are; `speech` tells where to break in. */
export async function faultProxy(target: number, speech: Speech): Promise<FaultProxy> {
  let fault: Fault | null = null;
  let struck = 0;
  const open = new Set<Socket>();
  const strike = () => {
    struck += 1;
  };

  function serve(client: Socket): void {
    open.add(client);
    client.on('error', () => {}).on('close', () => open.delete(client));
    if (fault === 'half-open' || fault === 'busy') {
      strike();
      if (fault === 'busy') client.end(speech.busy);
      return;
    }
    passOn(client, connect(target, '127.0.0.1'));
  }

  function passOn(client: Socket, service: Socket): void {
    open.add(service);
    const end = () => {
      client.destroy();
      service.destroy();
    };
    const cut = () => {
      strike();
      client.resetAndDestroy();
      service.destroy();
    };
    client.on('close', end);
    service.on('error', end).on('close', () => {
      open.delete(service);
      end();
    });
    let done: RegExp | null = null;
    let heard = '';
    let swallowed = 0;
    let isCutNext = false;
    client.on('data', (bytes) => {
      if (isCutNext) {
        service.write(bytes.subarray(0, PASSES));
        return void setTimeout(cut, SETTLING_MS);
      }
      let rest = bytes;
      if (swallowed > 0) {
        const gone = Math.min(swallowed, rest.length);
        swallowed -= gone;
        rest = rest.subarray(gone);
      }
      const text = rest.toString('latin1');
      const command = speech.change.exec(text);
      const refused = fault === 'broken' ? command : fault === 'broken-sign-in' ? speech.signIn.exec(text) : null;
      if (refused) {
        strike();
        // What came along before it is answered first.
        service.write(rest.subarray(0, refused.index));
        swallowed = Math.max(0, speech.carried(refused[0]) - (rest.length - refused.index - refused[0].length));
        return void setTimeout(() => client.write(speech.broken(refused[0])), refused.index > 0 ? DELAY_MS : 0);
      }
      if (command && fault === 'cut-request') {
        const end = command.index + command[0].length;
        service.write(rest.subarray(0, end + PASSES));
        // What it carries may only come once the server has said that it may.
        if (rest.length === end) isCutNext = true;
        else setTimeout(cut, SETTLING_MS);
        return;
      }
      if (command && fault === 'cut-answer-of-change') done = speech.done(command[0]);
      if (rest.length > 0) later(() => service.write(rest));
    });
    let passed = 0;
    service.on('data', (bytes) => {
      if (done) {
        heard += bytes.toString('latin1');
        if (done.test(heard)) return cut();
      }
      passed += bytes.length;
      if (fault === 'cut-answers' && passed > PASSES) {
        client.write(bytes.subarray(0, Math.max(0, bytes.length - (passed - PASSES))));
        return cut();
      }
      later(() => client.write(bytes));
    });
  }

  /** In order, since every wait is as long. */
  function later(send: () => void): void {
    if (fault === 'delay') {
      strike();
      setTimeout(send, DELAY_MS);
    } else send();
  }

  const server = createServer(serve);
  const set = (next: Fault | null) => {
    fault = next;
    struck = 0;
  };
  return openProxy(server, open, set, () => struck);
}

/** Listens on this computer alone. Each change of what goes wrong hangs up on whoever is there. */
export async function openProxy(
  server: Server,
  open: ReadonlySet<Socket>,
  be: (fault: Fault | null) => void,
  struck: () => number,
): Promise<FaultProxy> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('No port.');
  const hangUp = () => {
    for (const socket of open) socket.destroy();
  };
  return {
    port: address.port,
    be(next) {
      be(next);
      hangUp();
    },
    struck,
    async stop() {
      hangUp();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
