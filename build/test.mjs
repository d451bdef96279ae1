// `npm test`: the unit and integration tests, then the journeys through the built app in a real Chromium.
// `npm run test:unit` and `npm run test:journeys` are the halves; what is named after them narrows a half down.
import { onNewNode, root } from './on-new-node.mjs';

onNewNode(import.meta.url, 'npm test', async () => {
  const { runTests } = await import('./run-tests.mjs');
  process.exitCode = await runTests(root, process.argv.slice(2));
});
