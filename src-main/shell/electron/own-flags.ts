const withValue = new Set(['--data-dir', '--port']);

/** Of everything on the command line (Electron's and Chromium's own switches too), the flags that are ours. */
export function ownFlags(args: readonly string[]): string[] {
  const ours: string[] = [];
  for (const [index, arg] of args.entries()) {
    const value = args[index + 1];
    if (withValue.has(arg) && value !== undefined) ours.push(arg, value);
    if ([...withValue].some((flag) => arg.startsWith(`${flag}=`))) ours.push(arg);
  }
  return ours;
}
