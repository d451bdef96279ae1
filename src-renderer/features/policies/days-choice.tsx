import { Chips } from '#renderer/design/chips.tsx';
import { Stack } from '#renderer/design/stack.tsx';
import { Text } from '#renderer/design/text.tsx';
import { daysChoices } from '#renderer/words/own-rules.ts';

type DaysChoiceProps = { readonly label: string; readonly value: string; readonly onChange: (days: string) => void };

/** How long a rule counts that lets something happen by itself. */
export function DaysChoice({ label, value, onChange }: DaysChoiceProps) {
  return (
    <Stack gap={4}>
      <Text size="small" weight="medium">
        {label}
      </Text>
      <Chips label={label} value={value} options={daysChoices} onChange={onChange} />
    </Stack>
  );
}
