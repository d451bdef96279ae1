import { Switch as BaseSwitch } from '@base-ui/react/switch';
import styles from '#renderer/design/switch.module.css';

type SwitchProps = {
  readonly label: string;
  readonly on: boolean;
  readonly disabled?: boolean;
  readonly onChange: (on: boolean) => void;
};

/** The label is heard, not drawn: the words stand beside it in the row. */
export function Switch({ label, on, disabled = false, onChange }: SwitchProps) {
  return (
    <BaseSwitch.Root
      className={styles.track}
      aria-label={label}
      checked={on}
      disabled={disabled}
      onCheckedChange={(checked) => onChange(checked)}
    >
      <BaseSwitch.Thumb className={styles.thumb} />
    </BaseSwitch.Root>
  );
}
