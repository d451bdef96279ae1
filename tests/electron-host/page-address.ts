/**
 * Chromium knows no address of a scheme that a program makes up, so `app://life-os/x` stands in it as
 * `https://life-os.app.invalid/x`, a name that can belong to nobody. The app sees only its own form.
 */
export function toPage(address: string): string {
  const url = new URL(address);
  if (['http:', 'https:', 'about:', 'data:', 'file:'].includes(url.protocol)) return address;
  return `https://${url.host}.${url.protocol.slice(0, -1)}.invalid${url.pathname}${url.search}${url.hash}`;
}

export function fromPage(address: string): string {
  const url = URL.parse(address);
  const named = url === null ? null : /^(.+)\.([a-z][a-z0-9+-]*)\.invalid$/.exec(url.host);
  if (url === null || named === null) return address;
  return `${named[2]}://${named[1]}${url.pathname}${url.search}${url.hash}`;
}
