import { contextBridge, ipcRenderer } from 'electron';

/** Tells the page that it runs in the app's own window. */
contextBridge.exposeInMainWorld('lifeOsDesktop', true);

/**
 * The page says that it is ready; only then is a port asked for, so that none is handed to nobody. The command bar also
 * says that it is left; which window says so, and what it names, is looked at in the main process.
 */
window.addEventListener('message', ({ source, data }) => {
  if (source !== window) return;
  if (data === 'life-os:ready') ipcRenderer.send('life-os:ready');
  if (data?.kind === 'life-os:leave-bar') ipcRenderer.send('life-os:leave-bar', data.runId);
});

/** A MessagePort cannot cross the context bridge, so it is posted to the page. */
ipcRenderer.on('life-os:port', (event) => {
  window.postMessage('life-os:port', '*', event.ports);
});

ipcRenderer.on('life-os:bar-shown', () => window.postMessage('life-os:bar-shown', '*'));
