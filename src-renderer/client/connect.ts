import { type Api, apiOverHttp, apiOverPort } from '#renderer/client/api.ts';
import { takeToken } from '#renderer/client/token.ts';

declare global {
  interface Window {
    /** Set by the preload script, only in the app's own window. */
    readonly lifeOsDesktop?: boolean;
  }
}

export const isDesktop = (): boolean => window.lifeOsDesktop === true;

/** Opens the way to the app; null where the page was opened in a browser without its token. */
export async function connect(): Promise<Api | null> {
  if (isDesktop()) return apiOverPort(await askForPort());
  const token = takeToken(window.location, window.history, window.sessionStorage);
  return token === null ? null : apiOverHttp(window.location.origin, token);
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
