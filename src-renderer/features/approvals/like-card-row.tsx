import { useId } from 'react';
import type { Approval } from '#contract/model/approval.ts';
import { hrefOf } from '#renderer/client/address.ts';
import { Checkbox } from '#renderer/design/checkbox.tsx';
import { DifferenceTable } from '#renderer/design/difference-table.tsx';
import { Facts } from '#renderer/design/facts.tsx';
import { Link } from '#renderer/design/link.tsx';
import { ListRow } from '#renderer/design/list.tsx';
import { Stack } from '#renderer/design/stack.tsx';
import { Text } from '#renderer/design/text.tsx';
import { approvalsWords } from '#renderer/words/approvals.ts';
import { effectFacts, type Fact } from '#renderer/words/effect.ts';
import { named } from '#renderer/words/people.ts';
import { originWords } from '#renderer/words/provenance.ts';
import { isBlank, valueWords } from '#renderer/words/values.ts';

type LikeRowProps = {
  readonly approval: Approval;
  readonly ticked: boolean;
  /** What is said above for all of them. */
  readonly shared: readonly Fact[];
  readonly onTick: (on: boolean) => void;
};

/** One of several cards that are decided together, with every value to be read. */
export function LikeRow({ approval: { runId, card }, ticked, shared, onTick }: LikeRowProps) {
  const titleId = useId();
  const own = effectFacts(card).filter((fact) => !isAmong(shared, fact));
  const values = card.values
    .filter(({ value }) => !isBlank(value))
    .map(({ label, value, provenance }) => ({
      label,
      value: <WithOrigin value={valueWords(named(value, card.people))} origin={originWords(provenance)} />,
    }));
  return (
    <ListRow
      faded={!ticked}
      leading={<Checkbox labelledBy={titleId} checked={ticked} onChange={onTick} />}
      title={
        <Text as="span" weight="medium" id={titleId}>
          {card.title}
        </Text>
      }
      below={
        <Stack gap={8}>
          {card.differences.some(({ before }) => before !== null) ? (
            <DifferenceTable
              label={approvalsWords.difference}
              lines={card.differences}
              nowWord={approvalsWords.before}
              thenWord={approvalsWords.after}
            />
          ) : null}
          <Facts facts={[...values, ...own]} />
          <Link href={hrefOf({ screen: 'run', runId })}>{approvalsWords.openRequest}</Link>
        </Stack>
      }
    />
  );
}

export const isAmong = (facts: readonly Fact[], { label, value }: Fact): boolean =>
  facts.some((each) => each.label === label && each.value === value);

/** A value letter for letter, and after it where it came from. */
function WithOrigin({ value, origin }: { readonly value: string; readonly origin: string }) {
  return (
    <>
      <Text as="span" size="small" lines>
        {value.trim()}
      </Text>
      <Text as="span" size="small" tone="quiet">
        {` · ${origin}`}
      </Text>
    </>
  );
}
