import { BYTES_OF_A_FEATURE, type PackedModel } from '#main/understanding/classify/model.ts';
import type { Trained, Vocabulary } from './train-linear.ts';

type Weight = { readonly label: number; readonly weight: number };
/** A head's weights that are large enough to matter; what is left out changes hardly any answer and most of the size. */
const SMALLEST = { topic: 0.28, intent: 0.2 };

/** Brings both heads into one file: each weight is one byte, and small ones are left out. */
export function packModel(
  vocabulary: Vocabulary,
  heads: Readonly<Record<'topic' | 'intent', Trained & { readonly sharpness: number }>>,
  rest: Pick<PackedModel, 'about' | 'outOfScopeBelow'>,
): PackedModel {
  const scales = { topic: scaleOf(heads.topic), intent: scaleOf(heads.intent) };
  const rows = [...vocabulary.keys].map((_, place) => ({
    topic: rowOf(heads.topic, place, SMALLEST.topic, scales.topic),
    intent: rowOf(heads.intent, place, SMALLEST.intent, scales.intent),
  }));
  const kept = rows.flatMap(({ topic, intent }, place) =>
    topic.length + intent.length === 0 ? [] : [{ place, topic, intent }],
  );
  const all = kept.flatMap(({ topic, intent }) => [...topic, ...intent]);
  const head = kept.length * BYTES_OF_A_FEATURE;
  const packed = Buffer.alloc(head + all.length * 2);
  kept.forEach(({ place, topic, intent }, at) => {
    packed.writeUInt32LE(vocabulary.keys[place] ?? 0, at * BYTES_OF_A_FEATURE);
    packed.writeUInt8(vocabulary.rarity[place] ?? 0, at * BYTES_OF_A_FEATURE + 4);
    packed.writeUInt8(topic.length, at * BYTES_OF_A_FEATURE + 5);
    packed.writeUInt8(intent.length, at * BYTES_OF_A_FEATURE + 6);
  });
  all.forEach(({ label, weight }, at) => {
    packed.writeUInt8(label, head + at * 2);
    packed.writeInt8(weight, head + at * 2 + 1);
  });
  const describe = (name: 'topic' | 'intent') => ({
    labels: [...heads[name].labels],
    scale: scales[name],
    sharpness: heads[name].sharpness,
  });
  return {
    ...rest,
    features: kept.length,
    heads: { topic: describe('topic'), intent: describe('intent') },
    packed: packed.toString('base64'),
  };
}

const scaleOf = ({ weights }: Trained): number =>
  Number((weights.reduce((most, weight) => Math.max(most, Math.abs(weight)), 0) / 127).toPrecision(6));

function rowOf(trained: Trained, place: number, smallest: number, scale: number): readonly Weight[] {
  const size = trained.labels.length;
  return trained.labels.flatMap((_, label) => {
    const value = trained.weights[place * size + label] ?? 0;
    const weight = Math.round(value / scale);
    return Math.abs(value) < smallest || weight === 0 ? [] : [{ label, weight }];
  });
}
