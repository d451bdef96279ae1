import type { TakesFile } from '#connectors/sdk/connector.ts';
import { t } from '#contract/language/t.ts';

/** A file of cards that the person hands over; `where`: `this computer`. */
export const importsCards = (where: string): TakesFile => ({
  title: t`Take in a contacts file (vCard)`,
  ending: '.vcf',
  mostBytes: 20_000_000,
  asks: (name) => `Take in the contacts from the file “${name}” into ${where}`,
});
