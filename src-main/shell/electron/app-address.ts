/** The window's own address; `app:` is served by `serve-app.ts` from the built files and reaches no network. */
export const APP_SCHEME = 'app';
export const APP_HOST = 'life-os';
export const APP_URL = `${APP_SCHEME}://${APP_HOST}/`;

/** Whether an address is inside our own page. */
export function isOurs(address: string): boolean {
  const url = URL.parse(address);
  return url !== null && url.protocol === `${APP_SCHEME}:` && url.host === APP_HOST;
}

/** The same page, about the practice life. */
export const PRACTICE_URL = `${APP_URL}?life=practice#/`;

/** The page of the command bar. */
export const BAR_URL = `${APP_URL}#/command-bar`;

/** Whether a page of ours is about the practice life. */
export const isPracticePage = (address: string): boolean =>
  isOurs(address) && URL.parse(address)?.searchParams.get('life') === 'practice';
