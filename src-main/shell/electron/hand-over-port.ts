import type { IpcMain, IpcMainEvent, MessagePortMain } from 'electron';
import { isOurs } from '#main/shell/electron/app-address.ts';

export const READY = 'life-os:ready';
export const PORT = 'life-os:port';

type Channel = { readonly port1: MessagePortMain; readonly port2: MessagePortMain };

/**
 * Gives our page one end of a fresh channel each time it says that it is ready, and `serve` the other.
 * `serve` is told the page's address, which says what the page is about. A frame that is not our own page gets nothing; a page that asks again (after a reload) loses its old channel.
 */
export function handOverPort(
  ipc: Pick<IpcMain, 'on'>,
  openChannel: () => Channel,
  serve: (port: MessagePortMain, pageUrl: string) => void,
): void {
  let open: MessagePortMain | null = null;
  ipc.on(READY, (event: IpcMainEvent) => {
    if (event.senderFrame === null || event.senderFrame.parent !== null || !isOurs(event.senderFrame.url)) return;
    open?.close();
    const { port1, port2 } = openChannel();
    open = port1;
    serve(port1, event.senderFrame.url);
    event.senderFrame.postMessage(PORT, null, [port2]);
  });
}
