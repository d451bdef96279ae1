import { Check, type LucideIcon } from 'lucide-react';
import styles from '#renderer/design/choice-tiles.module.css';

type ChoiceTilesProps<Value extends string> = {
  readonly label: string;
  readonly chosen: readonly Value[];
  readonly options: readonly { readonly value: Value; readonly label: string; readonly icon: LucideIcon }[];
  readonly onChange: (chosen: readonly Value[]) => void;
};

/** A choice of any number among a few things, kept in the order in which they were chosen. */
export function ChoiceTiles<Value extends string>({ label, chosen, options, onChange }: ChoiceTilesProps<Value>) {
  const toggle = (value: Value) =>
    onChange(chosen.includes(value) ? chosen.filter((each) => each !== value) : [...chosen, value]);
  return (
    <fieldset className={styles.tiles} aria-label={label}>
      {options.map(({ value, label: says, icon: Icon }) => (
        <button
          key={value}
          type="button"
          className={styles.tile}
          aria-pressed={chosen.includes(value)}
          onClick={() => toggle(value)}
        >
          <Icon size={18} strokeWidth={1.75} aria-hidden />
          <span className={styles.label}>{says}</span>
          <Check className={styles.tick} size={16} strokeWidth={2.5} aria-hidden />
        </button>
      ))}
    </fieldset>
  );
}
