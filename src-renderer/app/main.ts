import '#renderer/design/tokens.css';
import '#renderer/design/base.css';
import { speak } from '#contract/language/t.ts';

/** One file for each language but English; only the one that is spoken is fetched. */
const sentences = import.meta.glob<Record<string, string>>('../../resources/languages/*/window.json', {
  import: 'default',
});

const { lang } = document.documentElement;
const load = sentences[`../../resources/languages/${lang}/window.json`];
if (load) speak(await load(), lang);

// Most sentences are put together while their file loads, so nothing that says one is imported before this line.
await import('#renderer/app/page.tsx');
