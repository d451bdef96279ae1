import type { LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import styles from '#renderer/design/ribbon.module.css';

type RibbonedProps = {
  readonly icon: LucideIcon;
  readonly label: string;
  readonly says: string;
  /** Where there is no room for all of it. */
  readonly saysShort: string;
  readonly action: ReactNode;
  readonly children: ReactNode;
};

/** A page that is marked as a whole, over whatever it shows. */
export function Ribboned({ icon: Icon, label, says, saysShort, action, children }: RibbonedProps) {
  return (
    <div className={styles.ribboned}>
      <section className={styles.ribbon} aria-label={label}>
        <Icon size={16} strokeWidth={2} aria-hidden />
        <p className={styles.says}>
          <span className={styles.long}>{says}</span>
          <span className={styles.short}>{saysShort}</span>
        </p>
        {action}
      </section>
      <div className={styles.page}>{children}</div>
    </div>
  );
}
