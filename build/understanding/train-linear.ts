import { featureKey } from '#main/understanding/classify/feature-key.ts';
import { featuresOf, weightOf } from '#main/understanding/classify/features.ts';
import { seededRandom, shuffled } from './random.ts';

export type Example = { readonly text: string; readonly label: string };
/** A sentence as the places of its features and their values. */
export type Vector = { readonly places: Int32Array; readonly values: Float32Array };

/** The features that are worth a weight, and how rare each is, as the model file keeps it. */
export type Vocabulary = { readonly keys: Uint32Array; readonly rarity: Uint8Array; vector(text: string): Vector };

export function vocabularyOf(texts: readonly string[], atLeast: number): Vocabulary {
  const seen = new Map<number, number>();
  for (const text of texts)
    for (const feature of featuresOf(text)) seen.set(featureKey(feature), (seen.get(featureKey(feature)) ?? 0) + 1);
  const keys = Uint32Array.from([...seen].filter(([, times]) => times >= atLeast).map(([key]) => key)).sort();
  const places = new Map([...keys].map((key, place) => [key, place]));
  const rarity = Uint8Array.from(keys, (key) => Math.round(16 * Math.log(1 + texts.length / (seen.get(key) ?? 1))));

  function vector(text: string): Vector {
    const found = [...featuresOf(text)].flatMap((feature) => {
      const place = places.get(featureKey(feature));
      return place === undefined ? [] : [{ place, value: weightOf(feature) * ((rarity[place] ?? 0) / 16) }];
    });
    const length = Math.hypot(...found.map(({ value }) => value)) || 1;
    return {
      places: Int32Array.from(found, ({ place }) => place),
      values: Float32Array.from(found, ({ value }) => value / length),
    };
  }
  return { keys, rarity, vector };
}

export type Trained = {
  readonly labels: readonly string[];
  /** One row of weights per feature. */
  readonly weights: Float32Array;
  likelihoods(vector: Vector): Float64Array;
};

const DECAY = 1e-5;
const NEGLIGIBLE = 1e-4;

/** Each time a sentence is looked at, this share of its features is hidden, so that no single one is relied upon. */
const HIDDEN = 0.5;

/** Multinomial logistic regression by stochastic gradient descent; the same examples give the same weights. */
export function trainLinear(vocabulary: Vocabulary, examples: readonly Example[], rounds: number): Trained {
  const labels = [...new Set(examples.map(({ label }) => label))].sort();
  const numbers = new Map(labels.map((label, number) => [label, number]));
  const size = labels.length;
  const weights = new Float32Array(vocabulary.keys.length * size);
  const vectors = examples.map(({ text }) => vocabulary.vector(text));
  const wanted = examples.map(({ label }) => numbers.get(label) ?? 0);
  const random = seededRandom(7);
  const scores = new Float64Array(size);

  function forward({ places, values }: Vector): void {
    scores.fill(0);
    for (let at = 0; at < places.length; at += 1) {
      const row = (places[at] as number) * size;
      const value = values[at] as number;
      for (let label = 0; label < size; label += 1)
        scores[label] = (scores[label] as number) + (weights[row + label] as number) * value;
    }
    softmax(scores);
  }

  function step({ places, values }: Vector, rate: number): void {
    for (let at = 0; at < places.length; at += 1) {
      const row = (places[at] as number) * size;
      const value = (values[at] as number) * rate;
      for (let label = 0; label < size; label += 1) {
        const error = scores[label] as number;
        if (error > -NEGLIGIBLE && error < NEGLIGIBLE) continue;
        const weight = weights[row + label] as number;
        weights[row + label] = weight - value * error - rate * DECAY * weight;
      }
    }
  }

  let order = examples.map((_, number) => number);
  for (let round = 0; round < rounds; round += 1) {
    order = shuffled(order, random);
    const rate = 3 * (1 - round / rounds) + 0.01;
    for (const number of order) {
      const seen = withoutSome(vectors[number] as Vector, random);
      forward(seen);
      const label = wanted[number] as number;
      scores[label] = (scores[label] as number) - 1;
      step(seen, rate);
    }
  }
  return {
    labels,
    weights,
    likelihoods(vector) {
      forward(vector);
      return scores.slice();
    },
  };
}

/** A vector without some of its features, again of length 1. */
function withoutSome({ places, values }: Vector, random: () => number): Vector {
  const kept = [...places.keys()].filter(() => random() >= HIDDEN);
  const left = kept.map((at) => values[at] ?? 0);
  const length = Math.hypot(...left) || 1;
  return {
    places: Int32Array.from(kept, (at) => places[at] ?? 0),
    values: Float32Array.from(left, (value) => value / length),
  };
}

function softmax(scores: Float64Array): void {
  let highest = Number.NEGATIVE_INFINITY;
  for (const score of scores) if (score > highest) highest = score;
  let total = 0;
  for (let at = 0; at < scores.length; at += 1) {
    scores[at] = Math.exp((scores[at] as number) - highest);
    total += scores[at] as number;
  }
  for (let at = 0; at < scores.length; at += 1) scores[at] = (scores[at] as number) / total;
}
