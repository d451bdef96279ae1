import type { Approval } from '#contract/model/approval.ts';
import type { Step } from '#contract/model/run.ts';
import { Facts } from '#renderer/design/facts.tsx';
import { Reasons } from '#renderer/design/reasons.tsx';
import { Sources } from '#renderer/design/sources.tsx';
import { Stack } from '#renderer/design/stack.tsx';
import { Text } from '#renderer/design/text.tsx';
import { named } from '#renderer/words/people.ts';
import { originsLabel, originWords } from '#renderer/words/provenance.ts';
import { ruleName } from '#renderer/words/rules.ts';
import { valueWords } from '#renderer/words/values.ts';

type StepWhyProps = { readonly step: Step; readonly approval: Approval | null };

const becauseOf = ({ step, approval }: StepWhyProps) => step.decision?.because ?? approval?.reason ?? [];
const valuesOf = ({ step, approval }: StepWhyProps) =>
  (approval?.card.values ?? step.fromOthers).filter(({ value }) => value !== null && value !== '');

/** Whether there is anything to say of why; before the rules were asked there is not. */
export const hasWhy = (of: StepWhyProps): boolean => becauseOf(of).length + valuesOf(of).length > 0;

/** The rules that decided about a step, and where each of its values came from. */
export function StepWhy({ step, approval }: StepWhyProps) {
  const because = becauseOf({ step, approval });
  const values = valuesOf({ step, approval });
  return (
    <Stack gap={12}>
      {because.length > 0 ? (
        <Reasons reasons={because.map((one) => ({ says: one.says, rule: ruleName(one.rule) }))} />
      ) : null}
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
  );
}
