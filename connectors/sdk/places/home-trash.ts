import { homedir } from 'node:os';
import { isAbsolute, join } from 'node:path';

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * The trash of the desktop in the person's home, after the XDG base directories. Null on macOS and Windows: what lies
 * in theirs can't be put back from here, so nothing is put there.
 */
export function homeTrash({ XDG_DATA_HOME }: Environment, platform: NodeJS.Platform = process.platform): string | null {
  if (platform === 'darwin' || platform === 'win32') return null;
  const data = XDG_DATA_HOME && isAbsolute(XDG_DATA_HOME) ? XDG_DATA_HOME : join(homedir(), '.local', 'share');
  return join(data, 'Trash');
}
