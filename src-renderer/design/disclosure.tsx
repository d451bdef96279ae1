import { Collapsible } from '@base-ui/react/collapsible';
import { ChevronRight } from 'lucide-react';
import type { ReactNode } from 'react';
import { classNames } from '#renderer/design/class-names.ts';
import styles from '#renderer/design/disclosure.module.css';

type DisclosureProps = {
  readonly label: string;
  readonly describedBy?: string;
  readonly startsOpen?: boolean;
  readonly children: ReactNode;
};

export function Disclosure({ label, describedBy, startsOpen = false, children }: DisclosureProps) {
  return (
    <Collapsible.Root
      defaultOpen={startsOpen}
      className={(state) => classNames(styles.root, state.open && styles.open)}
    >
      <Collapsible.Trigger className={styles.trigger} aria-describedby={describedBy}>
        <ChevronRight className={styles.chevron} size={14} strokeWidth={2.25} aria-hidden />
        {label}
      </Collapsible.Trigger>
      <Collapsible.Panel className={styles.panel}>
        <div className={styles.content}>{children}</div>
      </Collapsible.Panel>
    </Collapsible.Root>
  );
}

/** Things to open, side by side while they are closed. */
export function Disclosures({ children }: { readonly children: ReactNode }) {
  return <div className={styles.beside}>{children}</div>;
}
