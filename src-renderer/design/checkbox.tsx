import { Checkbox as BaseCheckbox } from '@base-ui/react/checkbox';
import { Check } from 'lucide-react';
import styles from '#renderer/design/checkbox.module.css';

type CheckboxProps = {
  /** The id of the words that it belongs to. */
  readonly labelledBy: string;
  readonly checked: boolean;
  readonly disabled?: boolean;
  readonly onChange: (checked: boolean) => void;
};

export function Checkbox({ labelledBy, checked, disabled = false, onChange }: CheckboxProps) {
  return (
    <BaseCheckbox.Root
      className={styles.box}
      aria-labelledby={labelledBy}
      checked={checked}
      disabled={disabled}
      onCheckedChange={(next) => onChange(next)}
    >
      <BaseCheckbox.Indicator className={styles.tick}>
        <Check size={14} strokeWidth={3} aria-hidden />
      </BaseCheckbox.Indicator>
    </BaseCheckbox.Root>
  );
}
