/**
 * What runs in a window before its page does, as text: the page's own world first, then a world beside it that shares
 * the document and nothing else (Chromium's isolated worlds, which Electron's context isolation is made of).
 */
export const WORLD = 'electron-preload';
export const SEND = 'electronHostSend';
export const RECEIVE = 'electronHostReceive';

/**
 * In the page's world: takes in what the preload exposes, and passes on what the page wants opened, which Electron denies
 * before there is a window; Chromium would make one first. The name can be guessed by nobody.
 */
export const inPage = (secret: string): string => `(() => {
  addEventListener(${JSON.stringify(secret)}, ({ detail }) => {
    const { key, value } = JSON.parse(detail);
    Object.defineProperty(window, key, { value: Object.freeze(value), enumerable: true });
  });
  window.open = (url = '', name = '', features = '') => {
    const detail = JSON.stringify({ url: new URL(url, location.href).href, name, features });
    dispatchEvent(new CustomEvent(${JSON.stringify(`${secret} open`)}, { detail }));
    return null;
  };
})();`;

/** In the world beside it: the preload itself, with what a sandboxed preload can require of Electron. */
export const inPreload = (secret: string, preload: string): string => `(() => {
  if (window !== window.top || location.href === 'about:blank') return;
  const { ipcRenderer, contextBridge } = (${bridge.toString()})(${JSON.stringify(secret)}, ${JSON.stringify(SEND)}, ${JSON.stringify(RECEIVE)});
  const require = (name) => {
    if (name === 'electron') return { ipcRenderer, contextBridge };
    throw new Error('module not found: ' + name);
  };
  ((require, module, exports) => {\n${preload}\n})(require, { exports: {} }, {});
})();`;

type Listener = (event: object, ...args: unknown[]) => void;

/** Written as a function for its types' sake; only its text is used, so it may name nothing from outside. */
function bridge(secret: string, send: string, receive: string) {
  const world = globalThis as unknown as Record<string, (text: string) => void>;
  const tell = (message: object) => world[send]?.(JSON.stringify(message));
  addEventListener(`${secret} open`, (event) => {
    tell({ kind: 'open', ...JSON.parse((event as CustomEvent<string>).detail) });
  });
  const listeners = new Map<string, Listener[]>();
  const ports = new Map<number, MessagePort>();

  const encode = (data: unknown) => {
    if (data instanceof Uint8Array) return { bytes: btoa(String.fromCharCode(...data)) };
    if (typeof data === 'string') return { text: data };
    throw new Error('The stand-in for Electron carries texts and bytes, and nothing else, over a port.');
  };
  const decode = ({ text, bytes }: { text?: string; bytes?: string }) =>
    bytes === undefined ? text : Uint8Array.from(atob(bytes), (letter) => letter.charCodeAt(0));

  const openPort = (id: number): MessagePort | undefined => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = ({ data }) => tell({ kind: 'port', id, data: encode(data) });
    ports.set(id, port1);
    return port2;
  };
  world[receive] = (text) => {
    const said = JSON.parse(text);
    if (said.kind === 'port') ports.get(said.id)?.postMessage(decode(said.data));
    if (said.kind === 'port-closed') ports.get(said.id)?.close();
    if (said.kind !== 'message') return;
    const event = { ports: said.ports.map(openPort), sender: ipcRenderer };
    for (const listener of listeners.get(said.channel) ?? []) listener(event, ...said.args);
  };

  const ipcRenderer = {
    send: (channel: string, ...args: unknown[]) => tell({ kind: 'ipc', channel, args }),
    on(channel: string, listener: Listener) {
      listeners.set(channel, [...(listeners.get(channel) ?? []), listener]);
      return ipcRenderer;
    },
  };
  const contextBridge = {
    exposeInMainWorld(key: string, value: unknown) {
      const text = JSON.stringify({ key, value });
      if (text.includes('function')) throw new Error('The stand-in for Electron exposes plain values only.');
      dispatchEvent(new CustomEvent(secret, { detail: text }));
    },
  };
  return { ipcRenderer, contextBridge };
}
