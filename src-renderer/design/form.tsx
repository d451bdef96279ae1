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
      <Fields>{children}</Fields>
      <div className={styles.buttons}>{buttons}</div>
    </form>
  );
}

/** Fields beside each other where there is room, else under each other. */
export function Fields({ children }: { readonly children: ReactNode }) {
  return <div className={styles.fields}>{children}</div>;
}
