import type { LeftOut } from '#contract/model/plan.ts';
import { Notice } from '#renderer/design/notice.tsx';
import { Text } from '#renderer/design/text.tsx';
import { runWords } from '#renderer/words/command-center.ts';

/** The parts of the sentence that the plan does not cover, each with the honest reason. */
export function LeftOutNote({ leftOut }: { readonly leftOut: readonly LeftOut[] }) {
  return (
    <Notice>
      <Text size="small" weight="semibold">
        {runWords.leftOut}
      </Text>
      {leftOut.map((part) => (
        <Text key={part.text} size="small">
          {runWords.leftOutPart(part.text)} {part.says}
        </Text>
      ))}
    </Notice>
  );
}
