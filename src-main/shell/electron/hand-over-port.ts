import type { IpcMain, IpcMainEvent, MessagePortMain, WebContents } from 'electron';
import { isOurs } from '#main/shell/electron/app-address.ts';

export const READY = 'life-os:ready';
export const PORT = 'life-os:port';

type Channel = { readonly port1: MessagePortMain; readonly port2: MessagePortMain };

/**
 * Gives a window of ours one end of a fresh channel each time its page says that it is ready, and `serve` the other.
 * `serve` is told the page's address, which says what the page is about. A frame that is not our own page gets nothing; a page that asks again (after a reload) loses its old channel, and a window that goes takes its channel along.
 */
export function handOverPort(
  ipc: Pick<IpcMain, 'on'>,
  openChannel: () => Channel,
  serve: (port: MessagePortMain, pageUrl: string) => void,
): void {
  const open = new Map<WebContents, MessagePortMain>();
  ipc.on(READY, (event: IpcMainEvent) => {
    if (!isOwnPage(event)) return;
    const { sender, senderFrame } = event;
    if (!open.has(sender)) {
      sender.once('destroyed', () => {
        open.get(sender)?.close();
        open.delete(sender);
      });
    }
    open.get(sender)?.close();
    const { port1, port2 } = openChannel();
    open.set(sender, port1);
    serve(port1, senderFrame.url);
    senderFrame.postMessage(PORT, null, [port2]);
  });
}

type OwnPage = IpcMainEvent & { readonly senderFrame: NonNullable<IpcMainEvent['senderFrame']> };

/** Whether a message comes from the page of a window of ours itself, and not from a frame inside it or another page. */
export const isOwnPage = (event: IpcMainEvent): event is OwnPage =>
  event.senderFrame !== null && event.senderFrame.parent === null && isOurs(event.senderFrame.url);
