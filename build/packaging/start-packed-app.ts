import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { StdioClientTransport } from '@modelcontextprotocol/sdk/client/stdio.js';

const PATIENCE_MS = 30_000;
const FACT = 'The key of the cellar hangs behind the clock';

/**
 * Starts the packed files under plain Node through their web door, and tries what is found by its path at run time: the
 * page, the search in what is remembered (a thread and a native part of SQLite), the practice life, and the way in for
 * other programs. Throws with the first that does not work.
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
    await tryMemory(address);
    await call(address, 'POST', '/practice/begin');
    await tryOtherProgram(extracted, dataFolder, new URL(address).port);
  } finally {
    app.kill('SIGTERM');
    await ended;
  }
}

async function tryMemory(address: string): Promise<void> {
  await call(address, 'POST', '/memory', { item: { kind: 'fact', text: FACT } });
  const { hits } = (await call(address, 'GET', '/memory/search?text=cellar%20key')) as { hits: { words: string }[] };
  if (!hits.some(({ words }) => words.includes('cellar'))) throw new Error('what was remembered is not found again');
}

async function tryOtherProgram(extracted: string, dataFolder: string, port: string): Promise<void> {
  const args = [join(extracted, 'out/main/mcp.js'), '--port', port, '--data-dir', dataFolder];
  const client = new Client({ name: 'rehearsal', version: '1.0.0' });
  await client.connect(new StdioClientTransport({ command: process.execPath, args }));
  const { tools } = await client.listTools();
  await client.close();
  if (!tools.some(({ name }) => name === 'submit_task')) throw new Error('another program is offered no tools');
}

async function call(address: string, method: string, path: string, body?: object): Promise<unknown> {
  const { origin, hash } = new URL(address);
  const answer = await fetch(`${origin}/api/v1${path}`, {
    method,
    headers: { authorization: `Bearer ${hash.replace('#token=', '')}`, 'content-type': 'application/json' },
    body: body && JSON.stringify(body),
  });
  if (!answer.ok) throw new Error(`${method} ${path} was answered with ${answer.status}: ${await answer.text()}`);
  return answer.json();
}

function readAddress(app: ReturnType<typeof spawn>): Promise<string> {
  return new Promise((resolve, reject) => {
    let printed = '';
    const give = (why: string) => reject(new Error(`the packed app ${why}:\n${printed}`));
    const timer = setTimeout(() => give(`was not ready after ${PATIENCE_MS / 1000} s`), PATIENCE_MS);
    const read = (piece: Buffer) => {
      printed += piece.toString('utf8');
      const address = /(http:\/\/127\.0\.0\.1:\d+\/#token=\S+)\n/.exec(printed)?.[1];
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
