import { Dialog } from '@base-ui/react/dialog';
import type { ReactNode } from 'react';
import floating from '#renderer/design/floating.module.css';
import styles from '#renderer/design/sheet.module.css';

type SheetProps = {
  readonly open: boolean;
  readonly title: string;
  readonly says: string;
  readonly buttons: ReactNode;
  readonly onClose: () => void;
  readonly children: ReactNode;
};

/** A longer thing to read or to choose from, over the screen; its foot stays in sight. */
export function Sheet({ open, title, says, buttons, onClose, children }: SheetProps) {
  return (
    <Dialog.Root
      open={open}
      onOpenChange={(next) => {
        if (!next) onClose();
      }}
    >
      <Dialog.Portal>
        <Dialog.Backdrop className={floating.scrim} />
        <Dialog.Popup className={`${floating.popup} ${styles.popup}`}>
          <div className={styles.head}>
            <Dialog.Title className={floating.title}>{title}</Dialog.Title>
            <Dialog.Description className={floating.says}>{says}</Dialog.Description>
          </div>
          <div className={styles.body}>{children}</div>
          <div className={`${floating.buttons} ${styles.foot}`}>{buttons}</div>
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  );
}
