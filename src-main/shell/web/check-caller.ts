import type { IncomingMessage } from 'node:http';

/**
 * Why a caller is turned away, or null. The Host must be this computer by name, so that a foreign name
 * that was pointed here (DNS rebinding) is not served; an Origin, where one is sent, must be this door.
 */
export function whyForeign(request: Pick<IncomingMessage, 'headers'>, port: number): string | null {
  const hosts = [`127.0.0.1:${port}`, `localhost:${port}`];
  const { host, origin } = request.headers;
  if (host === undefined || !hosts.includes(host)) return 'This door answers only to this computer by its own name.';
  if (origin !== undefined && !hosts.some((each) => origin === `http://${each}`)) {
    return 'This door answers only to its own page.';
  }
  return null;
}
