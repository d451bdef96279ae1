import type { MemoryRetention } from '#contract/model/memory-item.ts';
import { useApi } from '#renderer/client/api-context.ts';
import { useFresh } from '#renderer/client/use-fresh.ts';
import { usePress } from '#renderer/client/use-press.ts';
import { Disclosure } from '#renderer/design/disclosure.tsx';
import { Fields } from '#renderer/design/form.tsx';
import { Notice } from '#renderer/design/notice.tsx';
import { SelectField } from '#renderer/design/select-field.tsx';
import { Stack } from '#renderer/design/stack.tsx';
import { Text } from '#renderer/design/text.tsx';
import { daysWords, memoryWords, retentionWords } from '#renderer/words/memory.ts';
import { troubleSentence } from '#renderer/words/trouble.ts';

const FOR_GOOD = 'for-good';
const choices: Readonly<Record<keyof MemoryRetention, readonly (number | null)[]>> = {
  superseded: [0, 30, 90, 365],
  waiting: [7, 30, 90],
  outside: [30, 90, 365, null],
  history: [90, 365, 1825],
};
const kinds = ['superseded', 'waiting', 'outside', 'history'] as const;

/** How long each kind is kept; it counts from then on, for what is learnt. */
export function KeptFor() {
  const api = useApi();
  const { data, refresh } = useFresh(
    (from) => from.memory.retention(),
    () => false,
  );
  const { trouble, press } = usePress();
  if (data === null) return null;
  const set = (kind: keyof MemoryRetention, value: string) =>
    void press(async () => {
      await api.memory.setRetention({ [kind]: value === FOR_GOOD ? null : Number(value) });
      refresh();
    });
  return (
    <Disclosure label={memoryWords.keptTitle}>
      <Stack gap={12}>
        <Text tone="quiet">{memoryWords.keptSays}</Text>
        <Fields>
          {kinds.map((kind) => (
            <SelectField
              key={kind}
              label={retentionWords[kind]}
              value={String(data[kind] ?? FOR_GOOD)}
              groups={[{ heading: '', options: [...new Set([...choices[kind], data[kind]])].map(optionOf) }]}
              onChange={(value) => set(kind, value)}
            />
          ))}
        </Fields>
        {trouble ? <Notice tone="danger">{troubleSentence(trouble)}</Notice> : null}
      </Stack>
    </Disclosure>
  );
}

const optionOf = (days: number | null) => ({ value: String(days ?? FOR_GOOD), label: daysWords(days) });
