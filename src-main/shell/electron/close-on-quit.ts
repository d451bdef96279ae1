import { app, BrowserWindow, globalShortcut } from 'electron';

/** Closing the window keeps what is due going in the tray; quitting lets what is out end before the process does. */
export function closeOnQuit(window: BrowserWindow, close: () => Promise<void>): void {
  let quitting = false;
  window.on('close', (event) => {
    if (quitting) return;
    event.preventDefault();
    window.hide();
  });
  app.on('before-quit', (event) => {
    if (quitting) return;
    quitting = true;
    event.preventDefault();
    globalShortcut.unregisterAll();
    close().finally(() => {
      // Windows of the shell hide where they are asked to close, so they are not asked.
      for (const each of BrowserWindow.getAllWindows()) each.destroy();
      app.quit();
    });
  });
}
