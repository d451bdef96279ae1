import { type Api, apiOverHttp, apiOverPort } from '#renderer/client/api.ts';
import { lifeOf } from '#renderer/client/life.ts';
import { takeToken } from '#renderer/client/token.ts';

declare global {
  interface Window {
    /** Set by the preload script, only in the app's own window. */
    readonly lifeOsDesktop?: boolean;
  }
}

export const isDesktop = (): boolean => window.lifeOsDesktop === true;

/** Opens the way to the app, to the life that the page is about; null where a browser has no token. */
export async function connect(): Promise<Api | null> {
  if (isDesktop()) return apiOverPort(await askForPort());
  const token = takeToken(window.location, window.history, window.sessionStorage);
  if (token === null) return null;
  const own = apiOverHttp(window.location.origin, token);
  if (lifeOf(window.location.search) === 'own') return own;
  // Where that fails, every screen of it says so.
  await own.practice.begin().catch(() => {});
  return apiOverHttp(`${window.location.origin}/practice`, token);
}

function askForPort(): Promise<MessagePort> {
  return new Promise((resolve) => {
    const onMessage = (event: MessageEvent) => {
      const port = event.ports[0];
      if (event.source !== window || event.data !== 'life-os:port' || !port) return;
      window.removeEventListener('message', onMessage);
      resolve(port);
    };
    window.addEventListener('message', onMessage);
    window.postMessage('life-os:ready', '*');
  });
}
