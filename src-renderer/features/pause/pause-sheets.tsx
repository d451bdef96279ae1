import { ReceiptSheet } from '#renderer/features/pause/receipt-sheet.tsx';
import { ResumeSheet } from '#renderer/features/pause/resume-sheet.tsx';
import type { PauseView } from '#renderer/features/pause/use-pause.ts';

/** What opens from the banner and from the button. */
export function PauseSheets({ view }: { readonly view: PauseView }) {
  if (view.receipt === null) return null;
  return (
    <>
      <ReceiptSheet receipt={view.receipt} open={view.sheet === 'receipt'} onClose={() => view.open(null)} />
      <ResumeSheet receipt={view.receipt} view={view} />
    </>
  );
}
