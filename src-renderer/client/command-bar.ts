/** The page of the small window that opens over any app. */
export const isCommandBar = (hash: string): boolean => hash === '#/command-bar';

/** Tells each time that the window is shown; answers with the way to stop listening. */
export function onBarShown(listener: () => void): () => void {
  const onMessage = ({ source, data }: MessageEvent) => {
    if (source === window && data === 'life-os:bar-shown') listener();
  };
  window.addEventListener('message', onMessage);
  return () => window.removeEventListener('message', onMessage);
}

/** Hides the window and gives the focus back; with a request, the app's own window opens on it. */
export const leaveBar = (runId: string | null): void => window.postMessage({ kind: 'life-os:leave-bar', runId }, '*');
