import styles from '#renderer/design/brand-mark.module.css';

/** A path that goes out and comes back: what is done can be taken back. */
export function BrandMark({ size = 24 }: { readonly size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 24 24" fill="none" aria-hidden="true" className={styles.mark}>
      <rect width="24" height="24" rx="7" className={styles.ground} />
      <path d="M17.2 10.2a5.6 5.6 0 1 0-.2 4.1" strokeWidth="2.2" strokeLinecap="round" className={styles.path} />
      <circle cx="17.2" cy="12.4" r="1.6" className={styles.dot} />
    </svg>
  );
}
