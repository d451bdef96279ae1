import { z } from 'zod';
import { type Connector, defineConnector } from '#connectors/sdk/connector.ts';
import { defineAction } from '#connectors/sdk/define-action.ts';
import { onlyLooks } from '#connectors/sdk/effects.ts';
import { cleanText } from '#connectors/sdk/outside-text/clean-text.ts';
import { FindingSchema } from '#connectors/sdk/outside-text/finding.ts';
import { sayFindings } from '#connectors/sdk/outside-text/say-findings.ts';
import { sayAll } from '#contract/language/intl.ts';
import { t } from '#contract/language/t.ts';
import { succeed } from '#contract/model/result.ts';
import { extract } from '#main/extractor/extract.ts';
import { type Extraction, PickedSchema, type WantedKind, WantedSchema } from '#main/extractor/extraction.ts';
import type { ReadingModel } from '#main/extractor/reading-model.ts';
import { type Summary, SummarySchema, type SumUp } from '#main/extractor/sum-up.ts';

const kinds: Readonly<Record<WantedKind, string>> = {
  date: t`a date`,
  amount: t`an amount`,
  address: t`an email address`,
  link: t`a link`,
  phone: t`a phone number`,
  words: t`words`,
};

/**
 * The step that reads: a text goes in, values of the declared schema come out. It is the core’s own, because it works
 * with a model and no service. What it answers has the marks of the text that it was given.
 */
export const readingConnector = (model: ReadingModel, sumUp: SumUp): Connector =>
  defineConnector({
    provider: 'reading',
    title: t`Reading`,
    says: t`Picks dates, amounts, addresses, links and phone numbers out of a text, or puts it in short, and nothing else.`,
    lives: 'computer',
    files: [],
    actions: [
      defineAction({
        name: 'reading.pick-out',
        title: t`Pick something out of a text`,
        input: z.strictObject({ text: z.string().max(2_000_000), wanted: WantedSchema }),
        output: z.object({
          values: z.record(z.string(), PickedSchema.nullable()),
          found: z.array(FindingSchema),
        }),
        risk: 'L0',
        scopes: [],
        delivery: 'exactly-once',
        labels: {},
        effect: () => onlyLooks,
        describe: ({ wanted }) => ({
          title: t`Look for ${sayAll([...new Set(Object.values(wanted))].map((kind) => kinds[kind]))} in a text`,
          differences: [],
          undo: t`Reading changes nothing.`,
        }),
        report: ({ values, found }) => ({ says: sayPicked(values), lines: [...sayFindings(found)] }),
        async run({ text, wanted }, { view, signal }) {
          const clean = cleanText(text);
          const values = await extract(model, { text: clean.text, wanted, view }, signal);
          return values.ok ? succeed({ values: values.value, found: [...clean.found] }) : values;
        },
      }),
      defineAction({
        name: 'reading.sum-up',
        title: t`Put a text in short`,
        input: z.strictObject({ text: z.string().max(2_000_000) }),
        output: SummarySchema.extend({ found: z.array(FindingSchema) }),
        risk: 'L0',
        scopes: [],
        delivery: 'exactly-once',
        labels: {},
        effect: () => onlyLooks,
        describe: () => ({ title: t`Put a text in short`, differences: [], undo: t`Reading changes nothing.` }),
        report: ({ lines, made, found }) => ({
          says: lines.length === 0 ? t`There is nothing to read in it.` : summaries[made],
          lines: [...lines, ...sayFindings(found)],
        }),
        async run({ text }, { signal }) {
          const clean = cleanText(text);
          return succeed({ ...(await sumUp(clean.text, signal)), found: [...clean.found] });
        },
      }),
    ],
  });

const summaries: Readonly<Record<Summary['made'], string>> = {
  'word-for-word': t`In short, word for word:`,
  model: t`In short, as a model on this computer put it:`,
};

function sayPicked(values: Extraction): string {
  const quotes = Object.values(values).flatMap((picked) => (picked === null ? [] : [`“${picked.quote}”`]));
  return quotes.length === 0 ? t`It isn’t in the text.` : t`It says ${sayAll(quotes)}.`;
}
