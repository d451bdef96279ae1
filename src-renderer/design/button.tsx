import type { LucideIcon } from 'lucide-react';
import type { ReactNode, Ref } from 'react';
import styles from '#renderer/design/button.module.css';
import { classNames } from '#renderer/design/class-names.ts';

type ButtonProps = {
  readonly kind?: 'primary' | 'quiet' | 'danger';
  /** `bare` has no border: for what repeats on many rows. */
  readonly look?: 'standard' | 'bare';
  readonly icon?: LucideIcon;
  readonly type?: 'button' | 'submit';
  readonly disabled?: boolean;
  /** Shown while the press is being carried out; a second press does nothing. */
  readonly busy?: boolean;
  /** Off for a moment only: it keeps its place for the keyboard, so that nobody loses it. */
  readonly waits?: boolean;
  readonly describedBy?: string;
  readonly onPress?: () => void;
  readonly ref?: Ref<HTMLButtonElement>;
  readonly children: ReactNode;
};

export function Button({
  kind = 'quiet',
  look = 'standard',
  icon: Icon,
  type = 'button',
  disabled = false,
  busy = false,
  waits = false,
  describedBy,
  onPress,
  ref,
  children,
}: ButtonProps) {
  return (
    <button
      ref={ref}
      type={type}
      className={classNames(styles.button, styles[kind], look === 'bare' && styles.bare)}
      disabled={disabled}
      aria-busy={busy || undefined}
      aria-disabled={waits || undefined}
      aria-describedby={describedBy}
      onClick={busy || waits ? undefined : onPress}
    >
      {Icon ? <Icon size={16} strokeWidth={2} aria-hidden /> : null}
      <span>{children}</span>
    </button>
  );
}

type IconButtonProps = {
  readonly icon: LucideIcon;
  /** What it does, for those who hear the page and as a tooltip. */
  readonly label: string;
  readonly kind?: 'primary' | 'quiet';
  readonly round?: boolean;
  readonly type?: 'button' | 'submit';
  readonly disabled?: boolean;
  readonly onPress?: () => void;
};

export function IconButton({
  icon: Icon,
  label,
  kind = 'quiet',
  round = false,
  type = 'button',
  disabled = false,
  onPress,
}: IconButtonProps) {
  return (
    <button
      type={type}
      className={classNames(
        styles.button,
        styles.iconOnly,
        styles[kind],
        kind === 'quiet' && styles.bare,
        round && styles.round,
      )}
      disabled={disabled}
      aria-label={label}
      title={label}
      onClick={onPress}
    >
      <Icon size={kind === 'primary' ? 18 : 16} strokeWidth={2} aria-hidden />
    </button>
  );
}
