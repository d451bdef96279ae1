import { ExternalLink } from 'lucide-react';
import type { ReactNode } from 'react';
import { classNames } from '#renderer/design/class-names.ts';
import link from '#renderer/design/link.module.css';
import styles from '#renderer/design/outward-link.module.css';

type OutwardLinkProps = { readonly href: string; readonly children: ReactNode };

/** Leads out of the app, to a page of somebody else, beside it. */
export function OutwardLink({ href, children }: OutwardLinkProps) {
  return (
    <a className={classNames(link.link, styles.outward)} href={href} target="_blank" rel="noopener noreferrer">
      {children}
      <ExternalLink className={styles.mark} size={14} strokeWidth={2} aria-hidden />
    </a>
  );
}
