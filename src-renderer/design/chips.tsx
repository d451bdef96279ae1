import styles from '#renderer/design/chips.module.css';

type ChipsProps<Value extends string> = {
  readonly label: string;
  /** Null while it is not known yet. */
  readonly value: Value | null;
  /** `lang` where a word is of another language than the page. */
  readonly options: readonly { readonly value: Value; readonly label: string; readonly lang?: string | undefined }[];
  readonly onChange: (value: Value) => void;
};

/** A choice of one among a few short words. */
export function Chips<Value extends string>({ label, value, options, onChange }: ChipsProps<Value>) {
  return (
    <fieldset className={styles.chips} aria-label={label}>
      {options.map((option) => (
        <button
          key={option.value}
          type="button"
          className={styles.chip}
          lang={option.lang}
          aria-pressed={option.value === value}
          onClick={() => onChange(option.value)}
        >
          {option.label}
        </button>
      ))}
    </fieldset>
  );
}

type SuggestionsProps = {
  readonly label: string;
  readonly texts: readonly string[];
  /** The language of the texts, where it is another than that of the page. */
  readonly lang?: string | undefined;
  readonly onPick: (text: string) => void;
};

/** Ready sentences or answers to press. */
export function Suggestions({ label, texts, lang, onPick }: SuggestionsProps) {
  return (
    <ul className={styles.suggestions} aria-label={label}>
      {texts.map((text) => (
        <li key={text}>
          <button type="button" className={styles.suggestion} lang={lang} onClick={() => onPick(text)}>
            {text}
          </button>
        </li>
      ))}
    </ul>
  );
}
