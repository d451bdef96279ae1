import { createJudge, type Judgement } from '#main/understanding/classify/judge.ts';
import { PackedModelSchema, unpackModel } from '#main/understanding/classify/model.ts';
import packed from '#resources/understanding/model.json' with { type: 'json' };

let judge: ((text: string) => Judgement) | null = null;

/** What a sentence is about and asks for. The model is unpacked when it is first asked, which takes some milliseconds. */
export function classify(text: string): Judgement {
  judge ??= createJudge(unpackModel(PackedModelSchema.parse(packed)));
  return judge(text);
}
