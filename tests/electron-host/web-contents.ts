import { randomUUID } from 'node:crypto';
import { EventEmitter } from 'node:events';
import { readFileSync } from 'node:fs';
import { app } from './app.ts';
import type { Session } from './chromium.ts';
import { theBrowser } from './host.ts';
import { mayHappen } from './may-happen.ts';
import { fromPage, toPage } from './page-address.ts';
import { inPage, inPreload, RECEIVE, SEND, WORLD } from './preload-world.ts';
import { answerRequest, type Paused } from './serve-scheme.ts';
import { ipcMain, session } from './small-parts.ts';
import { WebFrameMain } from './web-frame-main.ts';

export type WebPreferences = { readonly preload?: string } & Readonly<Record<string, unknown>>;
type OpenHandler = (details: { url: string; frameName: string; features: string }) => { action: string };
type Size = { readonly width: number; readonly height: number };

const all: WebContents[] = [];

/** The contents of one window: a page in Chromium, driven over the DevTools protocol. */
export class WebContents extends EventEmitter {
  readonly id = all.length + 1;
  readonly session = session.defaultSession;
  /** Resolves once the page is there and everything of ours stands in it. */
  readonly ready: Promise<Session>;
  readonly #preferences: WebPreferences;
  #targetId = '';
  #opening: OpenHandler = () => ({ action: 'allow' });
  #commanded = '';
  #url = 'about:blank';
  #mainFrameId = '';
  #worldId: number | null = null;
  #destroyed = false;
  mainFrame: WebFrameMain | null = null;

  constructor(preferences: WebPreferences, size: Size) {
    super();
    this.#preferences = preferences;
    all.push(this);
    this.ready = this.#open(size);
    app.emit('web-contents-created', {}, this);
  }

  static all = (): readonly WebContents[] => all.filter((each) => !each.isDestroyed());
  static byTarget = (id: string): WebContents | undefined => all.find((each) => each.#targetId === id);

  async #open({ width, height }: Size): Promise<Session> {
    const browser = theBrowser();
    const created = await browser.send('Target.createTarget', { url: 'about:blank', newWindow: true, width, height });
    this.#targetId = created.targetId;
    const attached = await browser.send('Target.attachToTarget', { targetId: created.targetId, flatten: true });
    const page = browser.session(attached.sessionId);
    this.#listen(page);
    const { frameTree } = await page.send('Page.getFrameTree');
    this.#mainFrameId = frameTree.frame.id;
    const secret = randomUUID();
    const preload = this.#preferences.preload;
    await Promise.all([
      page.send('Page.enable'),
      page.send('Runtime.enable'),
      page.send('Fetch.enable', { patterns: [{ urlPattern: '*' }] }),
      page.send('Runtime.addBinding', { name: SEND, executionContextName: WORLD }),
      page.send('Page.addScriptToEvaluateOnNewDocument', { source: inPage(secret) }),
    ]);
    if (preload !== undefined) {
      const source = inPreload(secret, readFileSync(preload, 'utf8'));
      await page.send('Page.addScriptToEvaluateOnNewDocument', { source, worldName: WORLD });
    }
    await session.defaultSession.settleFor(browser);
    return page;
  }

  #listen(page: Session): void {
    page.on('Fetch.requestPaused', (paused: Paused) => void this.#decide(page, paused));
    page.on('Page.frameNavigated', ({ frame }) => {
      if (frame.parentId !== undefined) return;
      this.#url = fromPage(frame.url + (frame.urlFragment ?? ''));
      this.emit('did-navigate', {}, this.#url);
    });
    page.on('Page.navigatedWithinDocument', ({ url }) => {
      this.#url = fromPage(url);
    });
    page.on('Page.loadEventFired', () => {
      if (this.#url !== 'about:blank') this.emit('did-finish-load', {});
    });
    page.on('Page.windowOpen', ({ url, windowName, windowFeatures }) => {
      this.#opening({ url: fromPage(url), frameName: windowName, features: String(windowFeatures) });
    });
    page.on('Runtime.executionContextCreated', ({ context }) => {
      if (context.name !== WORLD || context.auxData?.frameId !== this.#mainFrameId) return;
      this.mainFrame?.leave();
      this.#worldId = context.id;
      this.mainFrame = null;
    });
    page.on('Runtime.bindingCalled', ({ name, payload, executionContextId }) => {
      if (name === SEND && executionContextId === this.#worldId) this.#hear(JSON.parse(payload));
    });
    const browser = theBrowser();
    void browser.send('Target.setDiscoverTargets', { discover: true });
    browser.on('Target.targetCreated', ({ targetInfo }) => {
      // Electron never makes the window that its handler denies; Chromium has made it by then, and it is closed at once.
      if (targetInfo.type === 'page' && targetInfo.openerId === this.#targetId)
        void browser.send('Target.closeTarget', { targetId: targetInfo.targetId });
    });
  }

  #frame(): WebFrameMain {
    this.mainFrame ??= new WebFrameMain(this.#url, (message) => this.#tell(message));
    return this.mainFrame;
  }

  #tell(message: object): void {
    const expression = `${RECEIVE}(${JSON.stringify(JSON.stringify(message))})`;
    // A page that has gone meanwhile hears nothing any more.
    void this.ready
      .then((page) => page.send('Runtime.evaluate', { expression, contextId: this.#worldId }))
      .catch(() => {});
  }

  // biome-ignore lint/suspicious/noExplicitAny: what the preload's world says is taken apart by its kind
  #hear(said: any): void {
    if (said.kind === 'open') this.#opening({ url: fromPage(said.url), frameName: said.name, features: said.features });
    if (said.kind === 'port') this.mainFrame?.fromPort(said.id, said.data);
    if (said.kind === 'ipc')
      ipcMain.emit(said.channel, { sender: this, senderFrame: this.#frame(), ports: [] }, ...said.args);
  }

  async #decide(page: Session, paused: Paused): Promise<void> {
    const { requestId, request, resourceType, frameId, redirectedRequestId } = paused;
    const url = fromPage(request.url + (request.urlFragment ?? ''));
    if (resourceType === 'Document' && url !== this.#commanded) {
      const isMainFrame = frameId === this.#mainFrameId;
      const ownNames = isMainFrame ? [redirectedRequestId ? 'will-redirect' : 'will-navigate'] : [];
      if (!mayHappen(this, ['will-frame-navigate', ...ownNames], { url, isMainFrame })) {
        await page.send('Fetch.failRequest', { requestId, errorReason: 'Aborted' });
        return;
      }
    }
    await answerRequest(page, paused, url);
  }

  async loadURL(address: string): Promise<void> {
    const page = await this.ready;
    this.#commanded = address;
    await page.send('Page.navigate', { url: toPage(address) });
  }

  getURL = (): string => this.#url;
  isDestroyed = (): boolean => this.#destroyed;
  getLastWebPreferences = (): WebPreferences => this.#preferences;
  send = (channel: string, ...args: unknown[]): void => this.#frame().send(channel, ...args);
  setWindowOpenHandler(handler: OpenHandler): void {
    this.#opening = handler;
  }

  sendInputEvent({ type, keyCode, modifiers = [] }: { type: string; keyCode: string; modifiers?: string[] }): void {
    const held = { alt: 1, control: 2, meta: 4, shift: 8 } as Readonly<Record<string, number>>;
    const params = {
      type: type === 'keyDown' ? 'rawKeyDown' : type,
      key: keyCode.toLowerCase(),
      code: `Key${keyCode.toUpperCase()}`,
      windowsVirtualKeyCode: keyCode.toUpperCase().charCodeAt(0),
      modifiers: modifiers.reduce((sum, name) => sum + (held[name] ?? 0), 0),
    };
    void this.ready.then((page) => page.send('Input.dispatchKeyEvent', params));
  }

  replaceMisspelling(): void {}

  focus(): void {
    void this.ready.then((page) => page.send('Page.bringToFront'));
  }

  close(): void {
    if (this.#destroyed) return;
    this.#destroyed = true;
    this.mainFrame?.leave();
    this.emit('destroyed');
    void this.ready.then(() => theBrowser().send('Target.closeTarget', { targetId: this.#targetId })).catch(() => {});
  }

  async setBounds(bounds: Readonly<Record<string, number>>): Promise<void> {
    await this.ready;
    const browser = theBrowser();
    const { windowId } = await browser.send('Browser.getWindowForTarget', { targetId: this.#targetId });
    const { x: left, y: top, width, height } = bounds;
    await browser.send('Browser.setWindowBounds', { windowId, bounds: { left, top, width, height } });
  }
}
