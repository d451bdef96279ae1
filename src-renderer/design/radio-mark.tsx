import { Radio } from '@base-ui/react/radio';
import styles from '#renderer/design/radio-mark.module.css';

type RadioMarkProps = {
  readonly value: string;
  readonly labelledBy: string;
  readonly describedBy?: string;
  readonly size: 'small' | 'large';
};

/** The round mark of one choice out of several; the label around it is pressed as well. */
export function RadioMark({ value, labelledBy, describedBy, size }: RadioMarkProps) {
  return (
    <Radio.Root
      value={value}
      className={styles.radio}
      data-size={size}
      aria-labelledby={labelledBy}
      aria-describedby={describedBy}
    >
      <Radio.Indicator className={styles.dot} />
    </Radio.Root>
  );
}
