import type { Step } from '#contract/model/run.ts';
import { Sources } from '#renderer/design/sources.tsx';
import { Stack } from '#renderer/design/stack.tsx';
import { Text } from '#renderer/design/text.tsx';
import { fromOthersSays } from '#renderer/words/provenance.ts';

/** Beside what was made without a card: which of it somebody else wrote, with their exact words. */
export function FromOthers({ step: { fromOthers, state } }: { readonly step: Step }) {
  if (fromOthers.length === 0 || state !== 'succeeded') return null;
  return (
    <Stack gap={4}>
      <Text size="small" weight="semibold">
        {fromOthersSays}
      </Text>
      {fromOthers.map(({ path, label, sources = [] }) => (
        <Sources key={path} label={label} sources={sources} />
      ))}
    </Stack>
  );
}
