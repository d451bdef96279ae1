import { useId } from 'react';
import { type Domain, DomainSchema } from '#contract/model/domain.ts';
import { Checkbox } from '#renderer/design/checkbox.tsx';
import { List, ListRow } from '#renderer/design/list.tsx';
import { Stack } from '#renderer/design/stack.tsx';
import { Text } from '#renderer/design/text.tsx';
import { modelsWords } from '#renderer/words/models.ts';
import { partsOfLife } from '#renderer/words/own-rules.ts';

type StaysHereProps = {
  readonly parts: readonly Domain[];
  readonly busy: boolean;
  readonly onChange: (parts: readonly Domain[]) => void;
};

/** The parts of life about which nothing leaves this computer. */
export function StaysHere({ parts, busy, onChange }: StaysHereProps) {
  const base = useId();
  return (
    <Stack gap={8}>
      <Text size="small" tone="quiet">
        {modelsWords.staysHereNote}
      </Text>
      <List label={modelsWords.staysHere} dense>
        {DomainSchema.options.map((part) => (
          <ListRow
            key={part}
            leading={
              <Checkbox
                labelledBy={`${base}${part}`}
                checked={parts.includes(part)}
                disabled={busy}
                onChange={(on) => onChange(on ? [...parts, part] : parts.filter((each) => each !== part))}
              />
            }
            title={
              <Text as="span" id={`${base}${part}`}>
                {partsOfLife[part]}
              </Text>
            }
          />
        ))}
      </List>
    </Stack>
  );
}
