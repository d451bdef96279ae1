import { createContext, useContext, useEffect, useState } from 'react';

/** Hears when a list has stopped moving, at once if it stands still; answers with how to stop hearing. */
export type Rest = { readonly whenResting: (told: () => void) => () => void; readonly end: () => void };

/** As long as a list has to stand still before it counts as looked at. */
const STILL_MS = 150;

/** Follows the scrolling of an element; nothing that it tells is drawn anew for a turn of the wheel. */
export function followRest(scroller: HTMLElement): Rest {
  const waiting = new Set<() => void>();
  let timer: ReturnType<typeof setTimeout> | null = null;
  const stop = () => {
    timer = null;
    const told = [...waiting];
    waiting.clear();
    for (const tell of told) tell();
  };
  const move = () => {
    if (timer !== null) clearTimeout(timer);
    timer = setTimeout(stop, STILL_MS);
  };
  scroller.addEventListener('scroll', move, { passive: true });
  return {
    whenResting: (told) => {
      if (timer === null) move();
      waiting.add(told);
      return () => waiting.delete(told);
    },
    end: () => {
      scroller.removeEventListener('scroll', move);
      if (timer !== null) clearTimeout(timer);
    },
  };
}

export const RestContext = createContext<Rest | null>(null);

/** Whether the list that a row is in has stood still since the row came: what is only scrolled past stays false. */
export function useSeenAtRest(): boolean {
  const rest = useContext(RestContext);
  const [isSeen, setSeen] = useState(false);
  useEffect(() => (isSeen ? undefined : rest?.whenResting(() => setSeen(true))), [rest, isSeen]);
  return isSeen;
}
