import type { LucideIcon } from 'lucide-react';
import { type KeyboardEvent, useRef } from 'react';
import button from '#renderer/design/button.module.css';
import { classNames } from '#renderer/design/class-names.ts';
import styles from '#renderer/design/hold-button.module.css';

type HoldButtonProps = {
  readonly icon: LucideIcon;
  readonly label: string;
  readonly held: boolean;
  readonly onPress: () => void;
  readonly onRelease: () => void;
};

/** Something that goes on as long as the button is held, by the pointer or by Space or Enter. */
export function HoldButton({ icon: Icon, label, held, onPress, onRelease }: HoldButtonProps) {
  const by = useRef<'pointer' | 'key' | null>(null);
  const begin = (how: 'pointer' | 'key') => {
    if (by.current !== null) return;
    by.current = how;
    onPress();
  };
  const end = (how: 'pointer' | 'key') => {
    if (by.current !== how) return;
    by.current = null;
    onRelease();
  };
  const isKey = ({ key }: KeyboardEvent) => key === ' ' || key === 'Enter';
  return (
    <button
      type="button"
      className={classNames(
        button.button,
        button.iconOnly,
        button.quiet,
        button.bare,
        button.round,
        held && styles.held,
      )}
      aria-label={label}
      aria-pressed={held}
      title={label}
      onPointerDown={(event) => {
        if (event.button !== 0) return;
        // Let go anywhere counts.
        event.currentTarget.setPointerCapture(event.pointerId);
        begin('pointer');
      }}
      onPointerUp={() => end('pointer')}
      onPointerCancel={() => end('pointer')}
      onKeyDown={(event) => {
        if (!isKey(event)) return;
        event.preventDefault();
        if (!event.repeat) begin('key');
      }}
      onKeyUp={(event) => {
        if (isKey(event)) end('key');
      }}
      onBlur={() => end('key')}
      onContextMenu={(event) => event.preventDefault()}
    >
      <Icon size={18} strokeWidth={2} aria-hidden />
    </button>
  );
}
