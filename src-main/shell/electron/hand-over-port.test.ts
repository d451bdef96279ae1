import { EventEmitter } from 'node:events';
import { MessageChannel, type MessagePort } from 'node:worker_threads';
import type { IpcMain, MessagePortMain } from 'electron';
import { expect, test } from 'vitest';
import { handOverPort, PORT, READY } from '#main/shell/electron/hand-over-port.ts';

type Frame = { url: string; parent: object | null };

const oneWindow = new EventEmitter();

/** Stands where Electron's ipcMain stands: takes the listener, and lets a frame say that it is ready. */
function setUp() {
  const served: MessagePort[] = [];
  const channels: Array<{ port1: MessagePort; port2: MessagePort }> = [];
  let listener: ((event: never) => void) | null = null;
  const ipc = {
    on(name: string, added: (event: never) => void) {
      if (name === READY) listener = added;
    },
  };
  const openChannel = () => {
    const channel = new MessageChannel();
    channels.push(channel);
    // Node's ports carry the same methods as Electron's, which exist only in its own process.
    return channel as unknown as { port1: MessagePortMain; port2: MessagePortMain };
  };
  handOverPort(ipc as unknown as IpcMain, openChannel, (port) => served.push(port as unknown as MessagePort));
  const ready = (frame: Frame | null, sender = oneWindow) => {
    const handed: MessagePort[] = [];
    const postMessage = (name: string, _message: unknown, ports: MessagePort[]) => {
      if (name === PORT) handed.push(...ports);
    };
    listener?.({ sender, senderFrame: frame && { ...frame, postMessage } } as never);
    return handed;
  };
  const closeAll = () => {
    for (const { port1, port2 } of channels) {
      port1.close();
      port2.close();
    }
  };
  return { served, ready, closeAll };
}

const page = { url: 'app://life-os/', parent: null };

test('our page gets one end, and what it says arrives at the other', async () => {
  const { served, ready, closeAll } = setUp();
  const [handed] = ready(page);
  const heard = new Promise((resolve) => served[0]?.once('message', resolve));
  handed?.postMessage('hello');
  expect(await heard).toBe('hello');
  closeAll();
});

test.each<[string, Frame | null]>([
  ['a foreign page', { url: 'https://example.com/', parent: null }],
  ['a frame inside our page', { url: 'app://life-os/', parent: {} }],
  ['a frame that is gone', null],
])('%s gets nothing', (_who, frame) => {
  const { served, ready } = setUp();
  expect(ready(frame)).toEqual([]);
  expect(served).toEqual([]);
});

test('after a reload the old channel is closed and a fresh one is handed over', async () => {
  const { served, ready, closeAll } = setUp();
  const [first] = ready(page);
  const closed = new Promise((resolve) => first?.once('close', resolve));
  const [second] = ready(page);
  await closed;
  expect(second).toBeDefined();
  expect(served).toHaveLength(2);
  closeAll();
});

test('a second window has a channel of its own, which goes with it', async () => {
  const { served, ready, closeAll } = setUp();
  const other = new EventEmitter();
  ready(page);
  const [second] = ready(page, other);
  const closed = new Promise((resolve) => second?.once('close', resolve));
  other.emit('destroyed');
  await closed;
  served[0]?.postMessage('still open');
  expect(served).toHaveLength(2);
  closeAll();
});
