import { AlertDialog } from '@base-ui/react/alert-dialog';
import type { ReactNode } from 'react';
import { Button } from '#renderer/design/button.tsx';
import styles from '#renderer/design/confirm-dialog.module.css';
import floating from '#renderer/design/floating.module.css';

type ConfirmDialogProps = {
  readonly open: boolean;
  readonly title: string;
  readonly says: string;
  /** What it is about, where that takes more than a sentence; it scrolls when it is long. */
  readonly children?: ReactNode;
  /** Absent: there is nothing to say yes to. */
  readonly confirm?: string | undefined;
  readonly back: string;
  readonly danger?: boolean;
  readonly busy?: boolean;
  readonly onConfirm: () => void;
  readonly onClose: () => void;
};

/** Asks once more before something large, or something that cannot be taken back. */
export function ConfirmDialog({
  open,
  title,
  says,
  children,
  confirm,
  back,
  danger = false,
  busy = false,
  onConfirm,
  onClose,
}: ConfirmDialogProps) {
  return (
    <AlertDialog.Root
      open={open}
      onOpenChange={(next) => {
        if (!next) onClose();
      }}
    >
      <AlertDialog.Portal>
        <AlertDialog.Backdrop className={floating.scrim} />
        <AlertDialog.Popup className={`${floating.popup} ${styles.popup}`}>
          <AlertDialog.Title className={floating.title}>{title}</AlertDialog.Title>
          <AlertDialog.Description className={floating.says}>{says}</AlertDialog.Description>
          {children ? <div className={styles.about}>{children}</div> : null}
          <div className={`${floating.buttons} ${styles.foot}`}>
            <Button onPress={onClose}>{back}</Button>
            {confirm === undefined ? null : (
              <Button kind={danger ? 'danger' : 'primary'} busy={busy} onPress={onConfirm}>
                {confirm}
              </Button>
            )}
          </div>
        </AlertDialog.Popup>
      </AlertDialog.Portal>
    </AlertDialog.Root>
  );
}
