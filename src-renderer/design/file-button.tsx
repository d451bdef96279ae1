import type { LucideIcon } from 'lucide-react';
import { useRef } from 'react';
import { Button } from '#renderer/design/button.tsx';

type FileButtonProps = {
  readonly icon: LucideIcon;
  /** Ending of the files that can be chosen: `.vcf`. */
  readonly ending: string;
  readonly busy?: boolean;
  readonly describedBy?: string;
  readonly onChosen: (file: File) => void;
  readonly children: string;
};

/** A button that lets the person choose one file. */
export function FileButton({ icon, ending, busy = false, describedBy, onChosen, children }: FileButtonProps) {
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <Button icon={icon} busy={busy} {...(describedBy && { describedBy })} onPress={() => input.current?.click()}>
        {children}
      </Button>
      <input
        ref={input}
        type="file"
        hidden
        accept={ending}
        aria-label={children}
        onChange={({ target }) => {
          const [file] = target.files ?? [];
          // The same file can be chosen once more.
          target.value = '';
          if (file) onChosen(file);
        }}
      />
    </>
  );
}
