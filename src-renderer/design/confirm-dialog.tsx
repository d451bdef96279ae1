import { AlertDialog } from '@base-ui/react/alert-dialog';
import { Button } from '#renderer/design/button.tsx';
import styles from '#renderer/design/confirm-dialog.module.css';

type ConfirmDialogProps = {
  readonly open: boolean;
  readonly title: string;
  readonly says: string;
  readonly confirm: string;
  readonly back: string;
  readonly danger?: boolean;
  readonly busy?: boolean;
  readonly onConfirm: () => void;
  readonly onClose: () => void;
};

/** Asks once more before something that cannot be taken back. */
export function ConfirmDialog({
  open,
  title,
  says,
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
        <AlertDialog.Backdrop className={styles.scrim} />
        <AlertDialog.Popup className={styles.popup}>
          <AlertDialog.Title className={styles.title}>{title}</AlertDialog.Title>
          <AlertDialog.Description className={styles.says}>{says}</AlertDialog.Description>
          <div className={styles.buttons}>
            <Button onPress={onClose}>{back}</Button>
            <Button kind={danger ? 'danger' : 'primary'} busy={busy} onPress={onConfirm}>
              {confirm}
            </Button>
          </div>
        </AlertDialog.Popup>
      </AlertDialog.Portal>
    </AlertDialog.Root>
  );
}
