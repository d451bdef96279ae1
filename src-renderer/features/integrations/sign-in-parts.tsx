import { useId } from 'react';
import type { SignInForm } from '#contract/model/account.ts';
import { Checkbox } from '#renderer/design/checkbox.tsx';
import { List, ListRow } from '#renderer/design/list.tsx';
import { Text } from '#renderer/design/text.tsx';
import { integrationsWords } from '#renderer/words/integrations.ts';

type Part = SignInForm['parts'][number];

type SignInPartsProps = {
  readonly parts: readonly Part[];
  readonly wanted: ReadonlySet<string>;
  readonly onChange: (name: string, isWanted: boolean) => void;
};

/** What can be allowed, each by itself, in plain words. What is allowed already is taken back by disconnecting. */
export function SignInParts({ parts, wanted, onChange }: SignInPartsProps) {
  return (
    <List label={integrationsWords.mayDo} boxed={false} dense>
      {parts.map((part) => (
        <PartRow
          key={part.name}
          part={part}
          isWanted={wanted.has(part.name)}
          onChange={(isWanted) => onChange(part.name, isWanted)}
        />
      ))}
    </List>
  );
}

type PartRowProps = {
  readonly part: Part;
  readonly isWanted: boolean;
  readonly onChange: (isWanted: boolean) => void;
};

function PartRow({ part: { label, says, isAllowed }, isWanted, onChange }: PartRowProps) {
  const id = useId();
  return (
    <ListRow
      leading={<Checkbox labelledBy={id} checked={isWanted || isAllowed} disabled={isAllowed} onChange={onChange} />}
      title={
        <Text as="span" weight="medium" id={id}>
          {label}
        </Text>
      }
      detail={says}
    />
  );
}
