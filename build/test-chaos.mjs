// `npm run test:chaos`: the storm at full length. `-- --soak` for 5,000 requests of one life, `-- --seed N` to begin at another seed.
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { onNewNode, root } from './on-new-node.mjs';

onNewNode(import.meta.url, 'npm run test:chaos', () => {
  const args = process.argv.slice(2);
  const seed = args.includes('--seed') ? { LIFE_OS_CHAOS_SEED: args[args.indexOf('--seed') + 1] } : {};
  const soak = args.includes('--soak');
  const env = {
    LIFE_OS_CHAOS_SEEDS: '1000',
    LIFE_OS_CHAOS_KILLS: '50',
    LIFE_OS_CHAOS_SOAK: soak ? '5000' : '200',
    ...seed,
    ...process.env,
  };
  const files = soak ? ['tests/chaos/soak.test.ts'] : ['tests/chaos'];
  const child = spawn(process.execPath, [join(root, 'node_modules/vitest/vitest.mjs'), 'run', ...files], {
    cwd: root,
    env,
    stdio: 'inherit',
  });
  child.once('exit', (code) => {
    process.exitCode = code ?? 1;
  });
});
