// `npm run build`: bundles the app into out/ where what is there is not up to date.
import { onNewNode, root } from './on-new-node.mjs';

onNewNode(import.meta.url, 'npm run build', async () => {
  const { bundleWhenStale } = await import('./bundle-when-stale.mjs');
  process.exitCode = bundleWhenStale(root) ? 0 : 1;
  if (process.exitCode === 0) console.log('Life OS is built and up to date in out/.');
});
