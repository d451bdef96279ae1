import type { Approval } from '#contract/model/approval.ts';
import type { Step } from '#contract/model/run.ts';
import { Disclosure } from '#renderer/design/disclosure.tsx';
import { Facts } from '#renderer/design/facts.tsx';
import { Reasons } from '#renderer/design/reasons.tsx';
import { Sources } from '#renderer/design/sources.tsx';
import { Stack } from '#renderer/design/stack.tsx';
import { Text } from '#renderer/design/text.tsx';
import { runWords } from '#renderer/words/command-center.ts';
import { named } from '#renderer/words/people.ts';
import { originsLabel, originWords } from '#renderer/words/provenance.ts';
import { ruleName } from '#renderer/words/rules.ts';
import { valueWords } from '#renderer/words/values.ts';

type LineWhyProps = { readonly step: Step; readonly approval: Approval | null; readonly describedBy: string };

/** The rules that decided about a step, and where each of its values came from. */
export function LineWhy({ step, approval, describedBy }: LineWhyProps) {
  const because = step.decision?.because ?? approval?.reason ?? [];
  const values = (approval?.card.values ?? step.fromOthers).filter(({ value }) => value !== null && value !== '');
  if (because.length === 0 && values.length === 0) return null;
  return (
    <Disclosure label={runWords.whyThis} describedBy={describedBy}>
      <Stack gap={12}>
        <Reasons reasons={because.map((one) => ({ says: one.says, rule: ruleName(one.rule) }))} />
        {values.length > 0 ? (
          <Stack gap={4}>
            <Text size="small" weight="semibold">
              {originsLabel}
            </Text>
            <Facts
              facts={values.map((value) => ({
                label: value.label,
                value: `${valueWords(named(value.value, approval?.card.people))}, ${originWords(value.provenance, value.sources)}`,
              }))}
            />
            {approval?.card.values.map(({ path, label, sources = [] }) => (
              <Sources key={path} label={label} sources={sources} />
            ))}
          </Stack>
        ) : null}
      </Stack>
    </Disclosure>
  );
}
