import type { Autonomy } from '#contract/model/autonomy.ts';
import type { LoggedEvent } from '#contract/model/event.ts';
import { useFresh } from '#renderer/client/use-fresh.ts';
import { Stack } from '#renderer/design/stack.tsx';
import { Text } from '#renderer/design/text.tsx';
import { autonomyChoices, policiesWords, wouldHaveBeen } from '#renderer/words/policies.ts';

const aboutPast = ({ body }: LoggedEvent) => body.kind === 'policy.changed' || body.kind === 'run.changed';

type WhatWouldChangeProps = {
  readonly level: Autonomy;
  /** Then every change is asked whatever the level, so the comparison holds only after it. */
  readonly inFirstWeek: boolean;
};

/** Beside the levels: what the others would have changed lately. Nothing where nothing was done yet. */
export function WhatWouldChange({ level, inFirstWeek }: WhatWouldChangeProps) {
  const { data } = useFresh(async (api) => {
    const others = autonomyChoices.filter(({ value }) => value !== level);
    const tried = others.map(async ({ value, title }) => {
      const simulation = await api.policies.simulate({ autonomy: value, firstWeek: false });
      return simulation.looked === 0 ? [] : [wouldHaveBeen(title, simulation)];
    });
    return (await Promise.all(tried)).flat();
  }, aboutPast);
  if (data === null || data.length === 0) return null;
  const told = inFirstWeek ? [policiesWords.afterFirstWeek, ...data] : data;
  return (
    <Stack gap={4}>
      {told.map((says) => (
        <Text key={says} size="small" tone="quiet">
          {says}
        </Text>
      ))}
    </Stack>
  );
}
