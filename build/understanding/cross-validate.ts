import { seededRandom, shuffled } from './random.ts';
import { type Example, trainLinear, vocabularyOf } from './train-linear.ts';

/** What was said of an example by a model that had not seen it. */
export type HeldOut = {
  readonly label: string;
  readonly labels: readonly string[];
  readonly likelihoods: Float64Array;
};

const FOLDS = 3;

/** Three trainings, each without a third of the examples, which it is then asked about; `always` is in every training. */
export function crossValidate(
  examples: readonly Example[],
  always: readonly Example[],
  atLeast: number,
  rounds: number,
): readonly HeldOut[] {
  const order = shuffled(examples, seededRandom(5));
  return Array.from({ length: FOLDS }, (_, fold) => {
    const learns = [...order.filter((_, at) => at % FOLDS !== fold), ...always];
    const vocabulary = vocabularyOf(
      learns.map(({ text }) => text),
      atLeast,
    );
    const trained = trainLinear(vocabulary, learns, rounds);
    return order
      .filter((_, at) => at % FOLDS === fold)
      .map(({ text, label }) => ({
        label,
        labels: trained.labels,
        likelihoods: trained.likelihoods(vocabulary.vector(text)),
      }));
  }).flat();
}

/** How much the scores are to be stretched so that “80% sure” is right in 80 of 100, found on held-out answers. */
export function sharpnessFor(heldOut: readonly HeldOut[]): number {
  const candidates = Array.from({ length: 25 }, (_, step) => 0.4 + step * 0.1);
  const surprise = (sharpness: number) =>
    heldOut.reduce((sum, { label, labels, likelihoods }) => {
      const powers = likelihoods.map((likelihood) => Math.max(likelihood, 1e-12) ** sharpness);
      const total = powers.reduce((all, power) => all + power, 0);
      return sum - Math.log(Math.max((powers[labels.indexOf(label)] ?? 0) / total, 1e-9));
    }, 0);
  const best = candidates.reduce((one, other) => (surprise(other) < surprise(one) ? other : one));
  return Number(best.toFixed(1));
}
