/** `OLLAMA_HOST` as people write it: `127.0.0.1:11434`, `:11434`, `http://box.local`. Null when it is no address. */
export function readAddress(said: string | undefined, usualPort: string): string | null {
  const text = said?.trim() ?? '';
  if (text === '') return null;
  const hasScheme = /^https?:\/\//.test(text);
  const full = hasScheme ? text : `http://${text.startsWith(':') ? '127.0.0.1' : ''}${text}`;
  if (!URL.canParse(full)) return null;
  const url = new URL(full);
  // What a server listens on everywhere is not where one goes.
  if (url.hostname === '0.0.0.0' || url.hostname === '[::]') url.hostname = '127.0.0.1';
  if (!hasScheme && url.port === '') url.port = usualPort;
  return url.href.replace(/\/+$/, '');
}

/** Whether it can be nowhere but on this computer. A name that has to be looked up could be anywhere. */
export function isOnThisComputer(address: string): boolean {
  if (!URL.canParse(address)) return false;
  const { hostname } = new URL(address);
  return hostname === 'localhost' || hostname === '[::1]' || /^127\.\d+\.\d+\.\d+$/.test(hostname);
}
