/** A stand-in for Electron's main-process API, as far as the shell uses it. What it can't show: docs/what-ran-where.md. */
export { app } from './app.ts';
export { BrowserWindow, webContents } from './browser-window.ts';
export { Menu, MenuItem } from './menu.ts';
export { MessageChannelMain } from './message-channel-main.ts';
export { protocol } from './serve-scheme.ts';
export {
  dialog,
  globalShortcut,
  ipcMain,
  Notification,
  nativeImage,
  nativeTheme,
  net,
  powerMonitor,
  screen,
  session,
  shell,
  Tray,
} from './small-parts.ts';
