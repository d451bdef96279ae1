import { z } from 'zod';
import { type Connector, defineConnector } from '#connectors/sdk/connector.ts';
import { defineAction } from '#connectors/sdk/define-action.ts';
import { onlyLooks } from '#connectors/sdk/effects.ts';
import { cleanText } from '#connectors/sdk/outside-text/clean-text.ts';
import { FindingSchema } from '#connectors/sdk/outside-text/finding.ts';
import { sayFindings } from '#connectors/sdk/outside-text/say-findings.ts';
import { succeed } from '#contract/model/result.ts';
import { extract } from '#main/extractor/extract.ts';
import { type Extraction, PickedSchema, type WantedKind, WantedSchema } from '#main/extractor/extraction.ts';
import type { ReadingModel } from '#main/extractor/reading-model.ts';

const kinds: Readonly<Record<WantedKind, string>> = {
  date: 'a date',
  amount: 'an amount',
  address: 'an email address',
  link: 'a link',
  phone: 'a phone number',
  words: 'words',
};

/**
 * The step that reads: a text goes in, values of the declared schema come out. It is the core’s own, because it works
 * with a model and no service. What it answers has the marks of the text that it was given.
 */
export const readingConnector = (model: ReadingModel): Connector =>
  defineConnector({
    provider: 'reading',
    title: 'Reading',
    says: 'Picks dates, amounts, addresses, links and phone numbers out of a text, and nothing else.',
    lives: 'computer',
    files: [],
    actions: [
      defineAction({
        name: 'reading.pick-out',
        title: 'Pick something out of a text',
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
          title: `Look for ${listOf([...new Set(Object.values(wanted))].map((kind) => kinds[kind]))} in a text`,
          differences: [],
          undo: 'Reading changes nothing.',
        }),
        report: ({ values, found }) => ({ says: sayPicked(values), lines: [...sayFindings(found)] }),
        async run({ text, wanted }, { view, signal }) {
          const clean = cleanText(text);
          const values = await extract(model, { text: clean.text, wanted, view }, signal);
          return values.ok ? succeed({ values: values.value, found: [...clean.found] }) : values;
        },
      }),
    ],
  });

const listOf = (words: readonly string[]): string => new Intl.ListFormat('en-GB').format(words);

function sayPicked(values: Extraction): string {
  const quotes = Object.values(values).flatMap((picked) => (picked === null ? [] : [`“${picked.quote}”`]));
  return quotes.length === 0 ? 'It isn’t in the text.' : `It says ${listOf(quotes)}.`;
}
