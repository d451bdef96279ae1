import { homedir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';

export type WebFlags = {
  readonly port: number;
  readonly dataFolder: string;
  readonly open: boolean;
  readonly quiet: boolean;
};

const DEFAULT_PORT = 4310;

/** Reads `--port`, `--data-dir`, `--no-open` and `--quiet`. Throws an Error with a plain sentence for anything else. */
export function readFlags(args: readonly string[]): WebFlags {
  const { values } = parseArgs({
    args: [...args],
    options: {
      web: { type: 'boolean' },
      mcp: { type: 'boolean' },
      port: { type: 'string' },
      'data-dir': { type: 'string' },
      'no-open': { type: 'boolean' },
      quiet: { type: 'boolean' },
    },
  });
  const port = values.port === undefined ? DEFAULT_PORT : Number(values.port);
  if (!Number.isInteger(port) || port < 0 || port > 65_535) throw new Error('--port takes a number from 0 to 65535.');
  return {
    port,
    dataFolder: values['data-dir'] ?? defaultDataFolder(),
    open: values['no-open'] !== true,
    quiet: values.quiet === true,
  };
}

function defaultDataFolder(): string {
  if (process.platform === 'darwin') return join(homedir(), 'Library', 'Application Support', 'Life OS');
  if (process.platform === 'win32') return join(process.env.APPDATA ?? homedir(), 'Life OS');
  return join(process.env.XDG_DATA_HOME ?? join(homedir(), '.local', 'share'), 'life-os');
}
