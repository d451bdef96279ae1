import { EventEmitter } from 'node:events';

/** Where a port goes on once it was handed to a page. */
export type PortOutside = { post(message: unknown): void; close(): void };

/** One end of a channel in the main process. What is posted is copied, and waits until the other end is started. */
export class MessagePortMain extends EventEmitter {
  #peer: MessagePortMain | null = null;
  #outside: PortOutside | null = null;
  #waiting: unknown[] = [];
  #started = false;
  #closed = false;

  static entangle(one: MessagePortMain, other: MessagePortMain): void {
    one.#peer = other;
    other.#peer = one;
  }

  /** From now on this end is the page's. */
  handOver(outside: PortOutside): void {
    this.#outside = outside;
    for (const message of this.#waiting.splice(0)) outside.post(message);
  }

  /** What the page posted at its end. */
  fromOutside(message: unknown): void {
    if (this.#peer) this.#peer.#receive(message);
  }

  postMessage(message: unknown): void {
    if (!this.#closed && this.#peer) this.#peer.#receive(structuredClone(message));
  }

  start(): void {
    this.#started = true;
    for (const data of this.#waiting.splice(0)) this.#tell(data);
  }

  close(): void {
    if (this.#closed) return;
    this.#closed = true;
    this.#outside?.close();
    setImmediate(() => this.emit('close'));
    this.#peer?.close();
  }

  #receive(message: unknown): void {
    if (this.#closed) return;
    if (this.#outside) this.#outside.post(message);
    else if (this.#started) this.#tell(message);
    else this.#waiting.push(message);
  }

  #tell(data: unknown): void {
    setImmediate(() => this.emit('message', { data, ports: [] }));
  }
}

export class MessageChannelMain {
  readonly port1 = new MessagePortMain();
  readonly port2 = new MessagePortMain();

  constructor() {
    MessagePortMain.entangle(this.port1, this.port2);
  }
}
