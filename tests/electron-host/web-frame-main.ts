import type { Carried } from './carry-message.ts';
import { pack, unpack } from './carry-message.ts';
import type { MessagePortMain } from './message-channel-main.ts';

let lastPort = 0;

/** The frame of a window's page, for as long as that page is there. */
export class WebFrameMain {
  readonly parent = null;
  readonly url: string;
  readonly #tell: (message: object) => void;
  readonly #ports = new Map<number, MessagePortMain>();

  constructor(url: string, tell: (message: object) => void) {
    this.url = url;
    this.#tell = tell;
  }

  send(channel: string, ...args: unknown[]): void {
    this.#tell({ kind: 'message', channel, args, ports: [] });
  }

  postMessage(channel: string, message: unknown, transfer: readonly MessagePortMain[] = []): void {
    const ids = transfer.map(() => {
      lastPort += 1;
      return lastPort;
    });
    this.#tell({ kind: 'message', channel, args: [message], ports: ids });
    transfer.forEach((port, index) => {
      const id = ids[index] ?? 0;
      this.#ports.set(id, port);
      port.handOver({
        post: (data) => this.#tell({ kind: 'port', id, data: pack(data) }),
        close: () => this.#tell({ kind: 'port-closed', id }),
      });
    });
  }

  fromPort(id: number, data: Carried): void {
    this.#ports.get(id)?.fromOutside(unpack(data));
  }

  /** The page has gone, and its ends of every channel with it. */
  leave(): void {
    for (const port of this.#ports.values()) port.close();
    this.#ports.clear();
  }
}
