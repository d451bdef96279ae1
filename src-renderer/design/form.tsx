import type { ReactNode } from 'react';
import styles from '#renderer/design/form.module.css';

type FormProps = {
  readonly label: string;
  readonly onSubmit: () => void;
  readonly buttons: ReactNode;
  readonly children: ReactNode;
};

export function Form({ label, onSubmit, buttons, children }: FormProps) {
  return (
    <form
      noValidate
      className={styles.form}
      aria-label={label}
      onSubmit={(event) => {
        event.preventDefault();
        onSubmit();
      }}
    >
      <div className={styles.fields}>{children}</div>
      <div className={styles.buttons}>{buttons}</div>
    </form>
  );
}
