import { z } from 'zod';
import { featureKey } from '#main/understanding/classify/feature-key.ts';
import { featuresOf, weightOf } from '#main/understanding/classify/features.ts';

/** One question that the model answers, such as “what is it about?”, and what it may answer. */
const HeadSchema = z.object({ labels: z.array(z.string()), scale: z.number(), sharpness: z.number() });

/** `resources/understanding/model.json`, as `npm run train:understanding` writes it. */
export const PackedModelSchema = z.object({
  about: z.string(),
  features: z.number().int(),
  heads: z.object({ topic: HeadSchema, intent: HeadSchema }),
  /** Below this much of a lead over “out of scope”, a sentence is taken as out of scope. */
  outOfScopeBelow: z.number(),
  /** Base64 of, for each feature, its key (4 bytes), how rare it is (in 16ths) and how many weights each head has for it; then all weights, a label and a number each. */
  packed: z.string(),
});
export type PackedModel = z.infer<typeof PackedModelSchema>;

export type HeadName = keyof PackedModel['heads'];
/** How likely each label is, in the order of the head's labels; they add up to 1. */
export type Scores = Readonly<Record<HeadName, Float64Array>>;

/** A linear model over the features of a sentence, ready to be asked. */
export type Model = PackedModel & { score(text: string): Scores };

export const BYTES_OF_A_FEATURE = 7;

type Feature = { readonly rarity: number; readonly topic: Range; readonly intent: Range };
/** Where a feature's weights stand: from a byte to before another. */
type Range = { readonly from: number; readonly to: number };

export function unpackModel(source: PackedModel): Model {
  const bytes = Buffer.from(source.packed, 'base64');
  const features = readFeatures(bytes, source.features);
  const { topic, intent } = source.heads;

  function score(text: string): Scores {
    const sums = { topic: new Float64Array(topic.labels.length), intent: new Float64Array(intent.labels.length) };
    for (const { feature, value } of knownFeatures(text, features)) {
      addWeights(sums.topic, bytes, feature.topic, value);
      addWeights(sums.intent, bytes, feature.intent, value);
    }
    return {
      topic: likelihoods(sums.topic, topic.scale * topic.sharpness),
      intent: likelihoods(sums.intent, intent.scale * intent.sharpness),
    };
  }
  return { ...source, score };
}

function readFeatures(bytes: Buffer, count: number): ReadonlyMap<number, Feature> {
  const features = new Map<number, Feature>();
  let from = count * BYTES_OF_A_FEATURE;
  for (let at = 0; at < count * BYTES_OF_A_FEATURE; at += BYTES_OF_A_FEATURE) {
    const middle = from + bytes.readUInt8(at + 5) * 2;
    const to = middle + bytes.readUInt8(at + 6) * 2;
    const rarity = bytes.readUInt8(at + 4) / 16;
    features.set(bytes.readUInt32LE(at), { rarity, topic: { from, to: middle }, intent: { from: middle, to } });
    from = to;
  }
  return features;
}

function addWeights(sums: Float64Array, bytes: Buffer, { from, to }: Range, value: number): void {
  for (let at = from; at < to; at += 2) {
    const label = bytes.readUInt8(at);
    sums[label] = (sums[label] ?? 0) + value * bytes.readInt8(at + 1);
  }
}

/** The features that the model knows, with their values brought to length 1. */
function knownFeatures(text: string, features: ReadonlyMap<number, Feature>) {
  const found = [...featuresOf(text)].flatMap((name) => {
    const feature = features.get(featureKey(name));
    return feature === undefined ? [] : [{ feature, value: weightOf(name) * feature.rarity }];
  });
  const length = Math.hypot(...found.map(({ value }) => value)) || 1;
  return found.map(({ feature, value }) => ({ feature, value: value / length }));
}

function likelihoods(sums: Float64Array, sharpness: number): Float64Array {
  const highest = Math.max(...sums);
  const powers = sums.map((sum) => Math.exp((sum - highest) * sharpness));
  const total = powers.reduce((sum, power) => sum + power, 0);
  return powers.map((power) => power / total);
}
