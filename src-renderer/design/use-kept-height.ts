import { useEffect, useRef } from 'react';

/**
 * Keeps an element as high as it has been, for as long as it is as wide: words that become fewer by themselves then
 * move nothing under them. Only for what nobody opens and closes.
 */
export function useKeptHeight(isKept: boolean) {
  const ref = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const element = ref.current;
    if (!isKept || element === null) return;
    let width = 0;
    const keep = new ResizeObserver(() => {
      const now = element.getBoundingClientRect();
      if (now.width !== width) element.style.minHeight = '';
      width = now.width;
      element.style.minHeight = `${element.getBoundingClientRect().height}px`;
    });
    keep.observe(element);
    return () => keep.disconnect();
  }, [isKept]);
  return ref;
}
