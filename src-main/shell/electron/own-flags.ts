const withValue = new Set(['--data-dir', '--port']);
const alone = new Set(['--quiet']);

/**
 * Of everything on the command line (Electron's and Chromium's own switches too), the flags that are ours. What stands
 * behind a bare `--` was put there by whoever wrote a link, and is none of them.
 */
export function ownFlags(all: readonly string[]): string[] {
  const end = all.indexOf('--');
  const args = end < 0 ? all : all.slice(0, end);
  const ours: string[] = [];
  for (const [index, arg] of args.entries()) {
    const value = args[index + 1];
    if (withValue.has(arg) && value !== undefined) ours.push(arg, value);
    if (alone.has(arg)) ours.push(arg);
    if ([...withValue].some((flag) => arg.startsWith(`${flag}=`))) ours.push(arg);
  }
  return ours;
}
