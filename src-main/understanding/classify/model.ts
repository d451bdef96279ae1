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

/** The features as columns, since fifty thousand small objects would take ten times the room. */
type Features = {
  /** Where each key stands in the columns. */
  readonly places: ReadonlyMap<number, number>;
  readonly rarity: Float32Array;
  /** Where the weights of a feature begin, those of the second head among them, and where they end. */
  readonly from: Uint32Array;
  readonly middle: Uint32Array;
  readonly to: Uint32Array;
};

export function unpackModel(source: PackedModel): Model {
  const bytes = Buffer.from(source.packed, 'base64');
  const features = readFeatures(bytes, source.features);
  const { topic, intent } = source.heads;

  function score(text: string): Scores {
    const sums = { topic: new Float64Array(topic.labels.length), intent: new Float64Array(intent.labels.length) };
    const { from, middle, to } = features;
    for (const { place, value } of knownFeatures(text, features)) {
      addWeights(sums.topic, bytes, from[place] ?? 0, middle[place] ?? 0, value);
      addWeights(sums.intent, bytes, middle[place] ?? 0, to[place] ?? 0, value);
    }
    return {
      topic: likelihoods(sums.topic, topic.scale * topic.sharpness),
      intent: likelihoods(sums.intent, intent.scale * intent.sharpness),
    };
  }
  return { ...source, score };
}

function readFeatures(bytes: Buffer, count: number): Features {
  const places = new Map<number, number>();
  const rarity = new Float32Array(count);
  const [from, middle, to] = [new Uint32Array(count), new Uint32Array(count), new Uint32Array(count)];
  let next = count * BYTES_OF_A_FEATURE;
  for (let place = 0; place < count; place += 1) {
    const at = place * BYTES_OF_A_FEATURE;
    places.set(bytes.readUInt32LE(at), place);
    rarity[place] = bytes.readUInt8(at + 4) / 16;
    from[place] = next;
    middle[place] = next + bytes.readUInt8(at + 5) * 2;
    next += (bytes.readUInt8(at + 5) + bytes.readUInt8(at + 6)) * 2;
    to[place] = next;
  }
  return { places, rarity, from, middle, to };
}

function addWeights(sums: Float64Array, bytes: Buffer, from: number, to: number, value: number): void {
  for (let at = from; at < to; at += 2) {
    const label = bytes.readUInt8(at);
    sums[label] = (sums[label] ?? 0) + value * bytes.readInt8(at + 1);
  }
}

/** The features that the model knows, with their values brought to length 1. */
function knownFeatures(text: string, { places, rarity }: Features) {
  const found = [...featuresOf(text)].flatMap((name) => {
    const place = places.get(featureKey(name));
    return place === undefined ? [] : [{ place, value: weightOf(name) * (rarity[place] ?? 0) }];
  });
  const length = Math.hypot(...found.map(({ value }) => value)) || 1;
  return found.map(({ place, value }) => ({ place, value: value / length }));
}

function likelihoods(sums: Float64Array, sharpness: number): Float64Array {
  const highest = Math.max(...sums);
  const powers = sums.map((sum) => Math.exp((sum - highest) * sharpness));
  const total = powers.reduce((sum, power) => sum + power, 0);
  return powers.map((power) => power / total);
}
