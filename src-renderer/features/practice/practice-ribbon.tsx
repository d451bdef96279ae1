import { Drama } from 'lucide-react';
import type { ReactNode } from 'react';
import type { Api } from '#renderer/client/api.ts';
import { hrefOfLife } from '#renderer/client/life.ts';
import { usePress } from '#renderer/client/use-press.ts';
import { Button } from '#renderer/design/button.tsx';
import { Ribboned } from '#renderer/design/ribbon.tsx';
import { practiceWords } from '#renderer/words/practice.ts';

type PracticeRibbonProps = { readonly api: Api | null; readonly children: ReactNode };

/** On every screen of the practice life: what it is, and the one press that leaves it. */
export function PracticeRibbon({ api, children }: PracticeRibbonProps) {
  const { busy, press } = usePress();
  const leave = () =>
    void press(async () => {
      // Also where it can't be told: the person is out of it at once.
      await api?.practice.leave().catch(() => {});
      window.location.assign(hrefOfLife('own', window.location.pathname));
    });
  return (
    <Ribboned
      icon={Drama}
      label={practiceWords.region}
      says={practiceWords.ribbon}
      saysShort={practiceWords.ribbonShort}
      action={
        <Button look="bare" busy={busy} onPress={leave}>
          {practiceWords.leave}
        </Button>
      }
    >
      {children}
    </Ribboned>
  );
}
