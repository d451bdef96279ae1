import { RadioGroup } from '@base-ui/react/radio-group';
import { useId } from 'react';
import styles from '#renderer/design/radio-cards.module.css';
import { RadioMark } from '#renderer/design/radio-mark.tsx';

type RadioCardsProps<Value extends string> = {
  readonly label: string;
  readonly value: Value | null;
  readonly options: readonly { readonly value: Value; readonly title: string; readonly says: string }[];
  readonly onChange: (value: Value) => void;
};

export function RadioCards<Value extends string>({ label, value, options, onChange }: RadioCardsProps<Value>) {
  const base = useId();
  return (
    <RadioGroup
      className={styles.group}
      aria-label={label}
      value={value}
      onValueChange={(next) => {
        if (next !== null) onChange(next);
      }}
    >
      {options.map((option) => (
        // biome-ignore lint/a11y/noLabelWithoutControl: the radio inside is the control that it labels
        <label key={option.value} className={styles.card}>
          <RadioMark
            value={option.value}
            labelledBy={`${base}${option.value}-title`}
            describedBy={`${base}${option.value}-says`}
            size="large"
          />
          <span className={styles.words}>
            <span id={`${base}${option.value}-title`} className={styles.title}>
              {option.title}
            </span>
            <span id={`${base}${option.value}-says`} className={styles.says}>
              {option.says}
            </span>
          </span>
        </label>
      ))}
    </RadioGroup>
  );
}
