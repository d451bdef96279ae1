// `npm run test:hijacked`: a model that obeys whatever it reads, over every attack, on both persons, in all three ways.
// `-- --data DIR` adds every .json in a folder: of a shape of InjecAgent's (its parts, or a list of whole cases), or of tests/security/hijacked-model/attacks.json.
import { spawn } from 'node:child_process';
import { join, resolve } from 'node:path';
import { onNewNode, root } from './on-new-node.mjs';

onNewNode(import.meta.url, 'npm run test:hijacked', () => {
  const args = process.argv.slice(2);
  const data = args.includes('--data') ? { LIFE_OS_ATTACKS: resolve(args[args.indexOf('--data') + 1] ?? '') } : {};
  const env = { LIFE_OS_HIJACKED: 'whole', ...process.env, ...data };
  const files = ['tests/security/hijacked-model', 'tests/security/everyday-tasks'];
  const child = spawn(process.execPath, [join(root, 'node_modules/vitest/vitest.mjs'), 'run', ...files], {
    cwd: root,
    env,
    stdio: 'inherit',
  });
  child.once('exit', (code) => {
    process.exitCode = code ?? 1;
  });
});
