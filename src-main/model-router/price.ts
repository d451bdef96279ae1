import type { ModelBudget, Price } from '#contract/model/model-settings.ts';
import type { Usage } from '#main/model-router/provider.ts';

/** Bytes of text that are at least one token, in any language: an estimate that is too high is settled afterwards. */
const BYTES_PER_TOKEN = 3;

export const estimateTokens = (text: string): number => Math.ceil(Buffer.byteLength(text) / BYTES_PER_TOKEN);

/**
 * What a call costs, in millionths of the minor unit of the budget's currency, rounded up. Null where the price is in a
 * currency that the person has no rate for.
 */
export function costOf(usage: Usage, price: Price | null, budget: ModelBudget): number | null {
  if (price === null) return 0;
  const rate = price.currency === budget.currency ? 1 : budget.rates[price.currency];
  if (rate === undefined) return null;
  const { input, cachedInput, output } = usage;
  // Tokens times a price for a million of them are millionths.
  const cost = (input - cachedInput) * price.input + cachedInput * price.cachedInput + output * price.output;
  return Math.ceil(cost * rate);
}
