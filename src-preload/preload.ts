import { contextBridge, ipcRenderer } from 'electron';

/** Tells the page that it runs in the app's own window. */
contextBridge.exposeInMainWorld('lifeOsDesktop', true);

/** The page says that it is ready; only then is a port asked for, so that none is handed to nobody. */
window.addEventListener('message', (event) => {
  if (event.source === window && event.data === 'life-os:ready') ipcRenderer.send('life-os:ready');
});

/** A MessagePort cannot cross the context bridge, so it is posted to the page. */
ipcRenderer.on('life-os:port', (event) => {
  window.postMessage('life-os:port', '*', event.ports);
});
