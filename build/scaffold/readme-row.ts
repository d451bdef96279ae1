import type { Named } from './connector-files.ts';

const AFTER = '\n| Payments, bookings, posts |';

/** Puts a row for a new connector into the table of what works, before what does not work yet. */
export function addReadmeRow(readme: string, { name, title }: Named): string {
  const at = readme.indexOf(AFTER);
  if (at === -1) throw new Error('README.md has no table to put the new connector in.');
  const row = `\n| ${title} | short texts, kept and found ([${title}](connectors/${name}/README.md)) | supported | yes, in your first week and until you say otherwise |`;
  return readme.slice(0, at) + row + readme.slice(at);
}
