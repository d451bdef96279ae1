import { CSPProvider } from '@base-ui/react/csp-provider';
import { lazy, StrictMode, Suspense } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from '#renderer/app/app.tsx';
import { ClosedDoor } from '#renderer/app/closed-door.tsx';
import { ErrorBoundary } from '#renderer/app/error-boundary.tsx';
import { openFirstStart } from '#renderer/app/open-first-start.ts';
import { ApiContext } from '#renderer/client/api-context.ts';
import { isCommandBar } from '#renderer/client/command-bar.ts';
import { connect } from '#renderer/client/connect.ts';
import { lifeOf } from '#renderer/client/life.ts';
import { PracticeRibbon } from '#renderer/features/practice/practice-ribbon.tsx';

const holder = document.getElementById('root');
if (!holder) throw new Error('The page has no place to draw in.');

const CommandBar = lazy(async () => ({ default: (await import('#renderer/app/command-bar.tsx')).CommandBar }));
const isBar = isCommandBar(window.location.hash);

// A fresh address with a new token, opened in the same tab, changes only the part after the #.
window.addEventListener('hashchange', () => {
  if (window.location.hash.includes('token=')) window.location.reload();
});

const api = await connect();
if (api) await openFirstStart(api);

const page = (
  <ErrorBoundary>
    {api ? (
      <ApiContext value={api}>
        {isBar ? (
          <Suspense fallback={null}>
            <CommandBar />
          </Suspense>
        ) : (
          <App />
        )}
      </ApiContext>
    ) : (
      <ClosedDoor />
    )}
  </ErrorBoundary>
);
// Around everything, so that no screen of the practice life is ever without its mark.
const isPractice = lifeOf(window.location.search) === 'practice';

createRoot(holder).render(
  <StrictMode>
    <CSPProvider disableStyleElements>
      {isPractice ? <PracticeRibbon api={api}>{page}</PracticeRibbon> : page}
    </CSPProvider>
  </StrictMode>,
);
