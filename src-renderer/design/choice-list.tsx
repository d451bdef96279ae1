import { RadioGroup } from '@base-ui/react/radio-group';
import { useId } from 'react';
import styles from '#renderer/design/choice-list.module.css';
import { RadioMark } from '#renderer/design/radio-mark.tsx';

type ChoiceListProps<Value extends string> = {
  readonly label: string;
  readonly value: Value | null;
  readonly options: readonly { readonly value: Value; readonly says: string }[];
  readonly onChange: (value: Value) => void;
};

/** One of a few ways to go on, inside a line of something larger. */
export function ChoiceList<Value extends string>({ label, value, options, onChange }: ChoiceListProps<Value>) {
  const base = useId();
  return (
    <RadioGroup
      className={styles.list}
      aria-label={label}
      value={value}
      onValueChange={(next) => {
        if (next !== null) onChange(next);
      }}
    >
      {options.map((option) => (
        // biome-ignore lint/a11y/noLabelWithoutControl: the radio inside is the control that it labels
        <label key={option.value} className={styles.choice}>
          <RadioMark value={option.value} labelledBy={`${base}${option.value}`} size="small" />
          <span id={`${base}${option.value}`} className={styles.words}>
            {option.says}
          </span>
        </label>
      ))}
    </RadioGroup>
  );
}
