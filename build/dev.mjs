// `npm run dev`: the app in the browser, built again and started again whenever a source file changes.
// `-- --port 4310 --data-dir DIR --no-open` goes on to the app; without --data-dir it works on a folder of its own.
import { onNewNode, root } from './on-new-node.mjs';

onNewNode(import.meta.url, 'npm run dev', async () => {
  const { watchAndRun } = await import('./watch-and-run.mjs');
  watchAndRun(root, process.argv.slice(2));
});
