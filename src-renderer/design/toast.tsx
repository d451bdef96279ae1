import { Toast } from '@base-ui/react/toast';
import { X } from 'lucide-react';
import { type Mark, StateMark } from '#renderer/design/state-mark.tsx';
import styles from '#renderer/design/toast.module.css';

type ToastData = { readonly mark: Mark; readonly link: { readonly label: string; readonly href: string } | null };

const toasts = Toast.createToastManager<ToastData>();

type ToastMessage = {
  /** The same id again replaces the message that stands. */
  readonly id?: string;
  readonly title: string;
  readonly says?: string;
  readonly mark: Mark;
  readonly link?: { readonly label: string; readonly href: string };
  /** Stays until it is put away. */
  readonly stays?: boolean;
};

/** Tells something that the person did not ask for just now. */
export function showToast({ id, title, says, mark, link, stays = false }: ToastMessage): void {
  toasts.add({
    ...(id === undefined ? {} : { id }),
    title,
    description: says,
    timeout: stays ? 0 : 6000,
    data: { mark, link: link ?? null },
  });
}

/** Puts a message away that has nothing to tell any more. */
export const hideToast = (id: string): void => toasts.close(id);

export function ToastRegion({ closeLabel }: { readonly closeLabel: string }) {
  return (
    <Toast.Provider toastManager={toasts} limit={4}>
      <Toast.Portal>
        <Toast.Viewport className={styles.viewport}>
          <Toasts closeLabel={closeLabel} />
        </Toast.Viewport>
      </Toast.Portal>
    </Toast.Provider>
  );
}

function Toasts({ closeLabel }: { readonly closeLabel: string }) {
  const manager = Toast.useToastManager<ToastData>();
  return manager.toasts.map((toast) => (
    <Toast.Root key={toast.id} toast={toast} className={styles.toast} swipeDirection="right">
      <Toast.Content className={styles.content}>
        {toast.data ? <StateMark mark={toast.data.mark} /> : null}
        <div className={styles.words}>
          <Toast.Title className={styles.title} />
          <Toast.Description className={styles.says} />
          {toast.data?.link ? (
            <a className={styles.link} href={toast.data.link.href} onClick={() => manager.close(toast.id)}>
              {toast.data.link.label}
            </a>
          ) : null}
        </div>
        <Toast.Close className={styles.close} aria-label={closeLabel}>
          <X size={16} aria-hidden />
        </Toast.Close>
      </Toast.Content>
    </Toast.Root>
  ));
}
