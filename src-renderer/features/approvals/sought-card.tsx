import { type ReactNode, useEffect, useRef } from 'react';

type SoughtCardProps = { readonly isSought: boolean; readonly children: ReactNode };

/** A card that comes into sight and takes the focus once, when the person was led to it from the tray or a notice. */
export function SoughtCard({ isSought, children }: SoughtCardProps) {
  const holder = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (!isSought) return;
    holder.current?.focus({ preventScroll: true });
    holder.current?.scrollIntoView({ block: 'center' });
  }, [isSought]);
  return (
    <div ref={holder} tabIndex={isSought ? -1 : undefined}>
      {children}
    </div>
  );
}
