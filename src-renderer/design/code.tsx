import styles from '#renderer/design/code.module.css';

/** Something as a machine reads it, letter for letter. Long lines go on in the next, so that nothing is hidden. */
export function Code({ children }: { readonly children: string }) {
  return (
    <pre className={styles.code}>
      <code>{children}</code>
    </pre>
  );
}
