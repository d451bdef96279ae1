// Notes what the shell asks of Electron, the real one (`electron -r record-calls.cjs`) and the stand-in alike, and keeps
// what a person would press: the tray's menu, the notices, the hotkey. Plain JavaScript, as Electron itself loads it.
const electron = require('electron');

const calls = [];
const seen = { tray: null, trayImage: null, trayTip: null, notices: [], hotkeys: new Map() };

/** Notes each call of a method, and lets it through or answers in its place. */
function note(owner, name, method, also = () => {}) {
  const original = owner[method];
  owner[method] = function noted(...args) {
    calls.push({ what: `${name}.${method}`, args: args.map(plain) });
    also.call(this, ...args);
    return original.apply(this, args);
  };
}

function plain(value) {
  if (typeof value === 'function') return '[function]';
  if (typeof value !== 'object' || value === null) return value;
  try {
    return JSON.parse(JSON.stringify(value));
  } catch {
    return '[object]';
  }
}

const { app, BrowserWindow, dialog, globalShortcut, Notification, shell, Tray } = electron;
note(Tray.prototype, 'tray', 'setContextMenu', (menu) => {
  seen.tray = menu;
});
note(Tray.prototype, 'tray', 'setImage', (image) => {
  seen.trayImage = image;
});
note(Tray.prototype, 'tray', 'setToolTip', (tip) => {
  seen.trayTip = tip;
});
note(Notification.prototype, 'notification', 'show', function show() {
  seen.notices.push(this);
});
note(Notification.prototype, 'notification', 'close');
note(globalShortcut, 'globalShortcut', 'register', (key, onPress) => {
  seen.hotkeys.set(key, onPress);
});
for (const method of ['setBadgeCount', 'setAsDefaultProtocolClient', 'setLoginItemSettings', 'hide', 'focus'])
  if (typeof app[method] === 'function') note(app, 'app', method);
for (const method of ['show', 'hide', 'focus', 'loadURL', 'setOverlayIcon'])
  note(BrowserWindow.prototype, 'window', method);
note(dialog, 'dialog', 'showErrorBox');

// Nothing that a test does may reach the person's own programs, nor start one that no test holds.
app.relaunch = (options) => void calls.push({ what: 'app.relaunch', args: [options] });
shell.openExternal = async (url) => void calls.push({ what: 'shell.openExternal', args: [url] });

globalThis.shellRecord = { calls, seen };

// Playwright lets the app begin once it is attached; its own loader does so under the real Electron.
globalThis.__playwright_run ??= () => app.begin();
