import { onError } from '@orpc/server';
import { RPCHandler } from '@orpc/server/message-port';
import { ipcMain, MessageChannelMain } from 'electron';
import { toPlainError } from '#main/api/plain-errors.ts';
import type { BothLives } from '#main/compose-with-practice.ts';
import type { Log } from '#main/seams.ts';
import { isPracticePage } from '#main/shell/electron/app-address.ts';
import { handOverPort } from '#main/shell/electron/hand-over-port.ts';

/** Serves the contract to every window of ours over a port of its own, about the life that its page shows. */
export function servePorts({ own, practice }: BothLives, log: Log): void {
  const plain = (error: unknown) => {
    throw toPlainError(error, log);
  };
  const handler = new RPCHandler(own.router, { clientInterceptors: [onError(plain)] });
  const serve = async (port: Electron.MessagePortMain, pageUrl: string) => {
    const life = isPracticePage(pageUrl) ? await practice.begin() : own;
    handler.upgrade(port, { context: life.contextFor('you') });
    port.start();
  };
  handOverPort(
    ipcMain,
    () => new MessageChannelMain(),
    (port, pageUrl) => {
      serve(port, pageUrl).catch((error: unknown) => {
        log.error({ error }, 'the practice life could not be opened');
        port.close();
      });
    },
  );
}
