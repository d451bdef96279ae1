export type Switches = {
  /** What is started: a folder with a package.json. */
  readonly appFolder: string;
  readonly userData: string | null;
  /** What Chromium is handed on, as Electron does. */
  readonly chromium: readonly string[];
};

const forChromium = /^--(no-sandbox$|lang=|force-)/;

/** Reads the command line as Electron would: Chromium's switches, then the app, then what is the app's own. */
export function readSwitches(args: readonly string[]): Switches {
  const userData = args.find((arg) => arg.startsWith('--user-data-dir='))?.slice('--user-data-dir='.length);
  return {
    appFolder: args.find((arg) => !arg.startsWith('-')) ?? '.',
    userData: userData ?? null,
    chromium: ['--remote-debugging-port=0', ...args.filter((arg) => forChromium.test(arg))],
  };
}
