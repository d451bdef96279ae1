import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { App } from 'electron';

/** Starts the app in the tray, without a window. */
export const QUIET_FLAG = '--quiet';

export type StartAtLogin = { isOn(): boolean; set(on: boolean): void };

type Starting = {
  readonly platform: NodeJS.Platform;
  readonly app: Pick<App, 'getLoginItemSettings' | 'setLoginItemSettings'>;
  /** The program and its arguments. */
  readonly command: readonly string[];
  readonly home: string;
  readonly configHome: string | undefined;
};

/** Whether the app starts by itself when the person signs in: what the system itself keeps is the only truth of it. */
export function startAtLogin({ platform, app, command, home, configHome }: Starting): StartAtLogin {
  const [path, ...args] = command;
  if (platform !== 'linux') {
    const own = { path, args: [...args, QUIET_FLAG] };
    return {
      isOn: () => app.getLoginItemSettings(own).openAtLogin,
      set: (on) => app.setLoginItemSettings({ openAtLogin: on, ...own }),
    };
  }
  // Electron has no way of its own here; every desktop reads this folder.
  const file = join(configHome || join(home, '.config'), 'autostart', 'life-os.desktop');
  return {
    isOn: () => existsSync(file),
    set(on) {
      if (!on) return rmSync(file, { force: true });
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, desktopEntry([...command, QUIET_FLAG]));
    },
  };
}

function desktopEntry(command: readonly string[]): string {
  return [
    '[Desktop Entry]',
    'Type=Application',
    'Name=Life OS',
    `Exec=${command.map(quoted).join(' ')}`,
    'Terminal=false',
    'X-GNOME-Autostart-enabled=true',
    '',
  ].join('\n');
}

/** As the Desktop Entry Specification quotes an argument of Exec: once for the command, once for the file. */
const quoted = (part: string): string =>
  `"${part
    .replaceAll(/["`$\\]/g, '\\$&')
    .replaceAll('\\', '\\\\')
    .replaceAll('%', '%%')}"`;
