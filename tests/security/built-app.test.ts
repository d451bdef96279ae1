import { existsSync, mkdirSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';
import { beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { type BuiltApp, buildApp, makeDataFolder, startBuiltApp } from '../peers/built-app.ts';

const project = join(import.meta.dirname, '../..');
const MINUTE = 60_000;
const SENTENCE =
  'Put dentist on Thursday at 3pm, remind me to pay the rent on the 1st of every month, and draft an email to ana@example.com that I’ll be 10 minutes late';

beforeAll(buildApp, 3 * MINUTE);

/** An app in a folder inside a folder, so that whatever leads out of the inner one is seen in the outer. */
async function openApp(env: NodeJS.ProcessEnv = {}): Promise<{ app: BuiltApp; outer: string }> {
  const outer = makeDataFolder();
  const app = await startBuiltApp(join(outer.path, 'data'), { env });
  onTestFinished(async () => {
    await app.stop();
    outer.remove();
  });
  return { app, outer: outer.path };
}

async function ask(app: BuiltApp, method: string, path: string, body?: object) {
  const headers = { authorization: `Bearer ${app.token}`, 'content-type': 'application/json' };
  const answer = await fetch(`${app.origin}/api/v1${path}`, { method, headers, body: body && JSON.stringify(body) });
  return answer.json();
}

/** Says it, says yes to whatever is asked, and answers with how the run ended. */
async function sayYesTo(app: BuiltApp, intent: string): Promise<string> {
  const { runId } = await ask(app, 'POST', '/tasks', { intent });
  for (;;) {
    const { state, question, approvals } = await ask(app, 'GET', `/workflows/${runId}`);
    if (['completed', 'failed', 'canceled'].includes(state)) return state;
    const waiting = approvals.filter(({ status }: { status: string }) => status === 'waiting');
    const approve = waiting.map(({ id, digest }: { id: string; digest: string }) => ({ approvalId: id, digest }));
    if (question) return 'asks';
    if (state === 'waiting_approval') await ask(app, 'POST', `/workflows/${runId}/approve`, { approve });
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}

function filesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)));
}

describe('the built app', () => {
  it('reaches out to nobody, and does its whole job without a network', { timeout: MINUTE }, async () => {
    const notes = makeDataFolder();
    onTestFinished(notes.remove);
    const file = join(notes.path, 'connections');
    const { app } = await openApp({
      LIFE_OS_CONNECTIONS: file,
      NODE_OPTIONS: `--import=${new URL('./note-connections.mjs', import.meta.url)}`,
    });
    expect(await sayYesTo(app, SENTENCE)).toBe('completed');
    expect(await sayYesTo(app, 'add milk and eggs to my shopping list')).toBe('completed');
    const tried = existsSync(file) ? readFileSync(file, 'utf8').split('\n').filter(Boolean) : [];
    // Whether models run on this computer is asked of this computer, and of nobody else.
    const ollama = '"port":"11434","host":"127.0.0.1"';
    expect(tried.filter((connection) => !connection.includes(ollama))).toEqual([]);
  });

  it('keeps what it is told out of its log file', { timeout: MINUTE }, async () => {
    const { app } = await openApp();
    expect(await sayYesTo(app, SENTENCE)).toBe('completed');
    await ask(app, 'POST', '/memory', { item: { kind: 'fact', text: 'The alarm code is 4711' } });
    await ask(app, 'POST', '/tasks', { intent: 7 });
    const logs = join(app.dataFolder, 'logs');
    const written = readdirSync(logs)
      .map((name) => readFileSync(join(logs, name), 'utf8'))
      .join('');
    for (const private_ of ['ana@example.com', 'entist', 'rent', '4711', app.token])
      expect(written).not.toContain(private_);
  });

  it('lets nobody else on this computer read what it keeps', { timeout: MINUTE }, async () => {
    const { app } = await openApp();
    expect(await sayYesTo(app, SENTENCE)).toBe('completed');
    expect((statSync(app.dataFolder).mode & 0o077).toString(8)).toBe('0');
    expect((statSync(join(app.dataFolder, 'api-token')).mode & 0o077).toString(8)).toBe('0');
  });

  it.each([
    'make a note called ../../../outside with the text hello',
    'add milk to my ../../outside list',
    'make a note called /etc/outside with the text hello',
    'draft an email to ../../outside@example.com that I’ll be late',
    'put ../../outside on Thursday at 3pm',
    'make a note called CON with the text hello',
    `make a note called ${'long '.repeat(300)} with the text hello`,
  ])('writes nothing outside its own folder for “%s”', { timeout: MINUTE }, async (sentence) => {
    const { app, outer } = await openApp();
    await sayYesTo(app, sentence);
    expect(readdirSync(outer)).toEqual(['data']);
    const known =
      /^((life-os|search-index)\.db(-wal|-shm)?|last-entry|in-use\.lock|api-token|(logs|artifacts|backups|calendar|drafts|documents|lists|reminders)\/[^/]+)$/;
    expect(filesIn(app.dataFolder).filter((file) => !known.test(file))).toEqual([]);
  });

  it('is alone on its folder: a second one says so plainly and touches nothing', { timeout: MINUTE }, async () => {
    const { app } = await openApp();
    const second = startBuiltApp(app.dataFolder);
    await expect(second).rejects.toThrow(/Life OS is already open on the folder .* Close it first/);
    await expect(second).rejects.not.toThrow(/at .*\.js:\d+/);
    expect(await ask(app, 'GET', '/timeline/verification')).toMatchObject({ whole: true });
  });

  it('says plainly when its port is taken', { timeout: MINUTE }, async () => {
    const { app, outer } = await openApp();
    mkdirSync(join(outer, 'other'));
    const second = startBuiltApp(join(outer, 'other'), { port: new URL(app.origin).port });
    await expect(second).rejects.toThrow(/Another program uses this port\. Name another one: npm start -- --port \d+/);
  });
});

describe('the built page', () => {
  it('holds no script or style of its own, and nothing from elsewhere', () => {
    const page = readFileSync(join(project, 'out/renderer/index.html'), 'utf8');
    expect(page).not.toMatch(/<style|\sstyle=|\son\w+=|javascript:/i);
    expect([...page.matchAll(/<script\b[^>]*>([^<]*)<\/script>/g)].map(([, inside]) => inside?.trim())).toEqual(['']);
    const addresses = [...page.matchAll(/(?:src|href)="([^"]*)"/g)].map(([, address]) => address ?? '');
    expect(addresses.filter((address) => !address.startsWith('./assets/'))).toEqual([]);
  });

  it('asks nobody for fonts, pictures or scripts', () => {
    const assets = join(project, 'out/renderer/assets');
    const styles = readdirSync(assets).filter((name) => name.endsWith('.css'));
    for (const name of styles) expect(readFileSync(join(assets, name), 'utf8')).not.toMatch(/url\(["']?(https?:)?\/\//);
    expect(styles.length).toBeGreaterThan(0);
  });
});
