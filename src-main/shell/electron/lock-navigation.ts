import type { WebContents } from 'electron';
import { isOurs } from '#main/shell/electron/app-address.ts';

/** What is needed of a window's contents to lock it. */
export type Lockable = Pick<WebContents, 'on' | 'setWindowOpenHandler'>;

/**
 * Keeps a window on our own page: no other address, no second window, no page inside the page. What would open beside
 * it is handed to `leaveFor`, which decides whether the person's browser opens it.
 */
export function lockNavigation(contents: Lockable, leaveFor: (url: string) => void): void {
  contents.on('will-navigate', (details) => {
    if (!isOurs(details.url)) details.preventDefault();
  });
  contents.on('will-redirect', (details) => {
    if (!isOurs(details.url)) details.preventDefault();
  });
  contents.on('will-frame-navigate', (details) => {
    if (!details.isMainFrame || !isOurs(details.url)) details.preventDefault();
  });
  contents.on('will-attach-webview', (event) => event.preventDefault());
  contents.setWindowOpenHandler(({ url }) => {
    leaveFor(url);
    return { action: 'deny' };
  });
}
