import { type BuiltApp, makeDataFolder, putOffFirstStart, startBuiltApp } from '#tests/peers/built-app.ts';

/** The built app on a folder of its own, which `before` may fill first; both are gone afterwards. */
export async function withApp<T>(
  work: (app: BuiltApp) => Promise<T>,
  before: (folder: string) => Promise<void> = async () => {},
): Promise<T> {
  const folder = makeDataFolder();
  await before(folder.path);
  const app = await startBuiltApp(folder.path);
  try {
    await putOffFirstStart(app);
    return await work(app);
  } finally {
    await app.stop();
    folder.remove();
  }
}

/** Asks the core as another program would. */
export async function call(app: BuiltApp, method: 'GET' | 'POST', path: string, body?: object): Promise<unknown> {
  const headers = { authorization: `Bearer ${app.token}`, 'content-type': 'application/json' };
  const init = { method, headers, ...(body && { body: JSON.stringify(body) }) };
  const answered = await fetch(`${app.origin}/api/v1${path}`, init);
  if (!answered.ok) throw new Error(`${method} ${path}: ${answered.status} ${await answered.text()}`);
  return answered.json();
}
