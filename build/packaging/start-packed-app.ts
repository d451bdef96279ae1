import { spawn } from 'node:child_process';
import { join } from 'node:path';

const PATIENCE_MS = 30_000;

/**
 * Starts the packed files under plain Node through their web door, fetches the page, and ends them:
 * the bundle, both outside packages, the migrations and the page are all there. Throws when they are not.
 */
export async function startPackedApp(extracted: string, dataFolder: string): Promise<void> {
  const flags = ['--port', '0', '--no-open', '--data-dir', dataFolder];
  const app = spawn(process.execPath, [join(extracted, 'out/main/web.js'), ...flags], { cwd: dataFolder });
  const ended = new Promise((resolve) => app.once('exit', resolve));
  try {
    const address = await readAddress(app);
    const page = await fetch(address);
    if (!page.ok || !(await page.text()).includes('<script'))
      throw new Error(`the page was answered with ${page.status}`);
  } finally {
    app.kill('SIGTERM');
    await ended;
  }
}

function readAddress(app: ReturnType<typeof spawn>): Promise<string> {
  return new Promise((resolve, reject) => {
    let printed = '';
    const give = (why: string) => reject(new Error(`the packed app ${why}:\n${printed}`));
    const timer = setTimeout(() => give(`was not ready after ${PATIENCE_MS / 1000} s`), PATIENCE_MS);
    const read = (piece: Buffer) => {
      printed += piece.toString('utf8');
      const address = /http:\/\/127\.0\.0\.1:\d+\//.exec(printed)?.[0];
      if (address === undefined) return;
      clearTimeout(timer);
      resolve(address);
    };
    app.stdout?.on('data', read);
    app.stderr?.on('data', read);
    app.once('error', reject);
    app.once('exit', () => give('did not start'));
  });
}
