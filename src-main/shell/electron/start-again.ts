import type { App } from 'electron';
import { QUIET_FLAG } from '#main/shell/electron/start-at-login.ts';

/**
 * Ends the app as Quit does, and starts it again with its window open. An AppImage has its own file named, as the program
 * inside it is gone once it has ended.
 */
export function startAgain(
  app: Pick<App, 'relaunch' | 'quit'>,
  args: readonly string[],
  appImage: string | undefined,
): void {
  app.relaunch({
    args: args.filter((each) => each !== QUIET_FLAG),
    ...(appImage === undefined ? {} : { execPath: appImage }),
  });
  app.quit();
}
