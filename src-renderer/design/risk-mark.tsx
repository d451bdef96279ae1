import { ArrowRight, Eye, Hand, type LucideIcon, Pencil } from 'lucide-react';
import type { RiskTier } from '#contract/model/risk-tier.ts';
import { classNames } from '#renderer/design/class-names.ts';
import styles from '#renderer/design/risk-mark.module.css';

const iconOf: Readonly<Record<RiskTier, LucideIcon>> = { L0: Eye, L1: Pencil, L2: ArrowRight, L3: Hand };

/** Tells the risk by shape and ink as well as by hue, so that it survives greyscale. */
export function RiskMark({ risk, words }: { readonly risk: RiskTier; readonly words: string }) {
  const Icon = iconOf[risk];
  return (
    <span className={classNames(styles.mark, styles[risk])}>
      <Icon size={14} strokeWidth={2.25} aria-hidden />
      {words}
    </span>
  );
}
