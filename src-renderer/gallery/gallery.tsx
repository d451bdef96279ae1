import '#renderer/design/tokens.css';
import '#renderer/design/base.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { Page, Section } from '#renderer/design/page.tsx';
import { Stack } from '#renderer/design/stack.tsx';
import { Text } from '#renderer/design/text.tsx';
import styles from '#renderer/gallery/gallery.module.css';
import { controls } from '#renderer/gallery/samples-of-controls.tsx';
import { fields } from '#renderer/gallery/samples-of-fields.tsx';
import { plans } from '#renderer/gallery/samples-of-plans.tsx';
import { surfaces } from '#renderer/gallery/samples-of-surfaces.tsx';
import { wholes } from '#renderer/gallery/samples-of-wholes.tsx';
import { words } from '#renderer/gallery/samples-of-words.tsx';

const holder = document.getElementById('root');
if (!holder) throw new Error('The page has no place to draw in.');

const asked = new URLSearchParams(window.location.search);
if (asked.get('text') === '200') document.documentElement.style.fontSize = '200%';
const whole = wholes.find(({ name }) => name === asked.get('whole'));
const parts = [...words, ...controls, ...fields, ...surfaces, ...plans];

/** Every component in every state. Colours follow the system; `?text=200` is twice the size, `?whole=…` a whole screen. */
function Gallery() {
  return (
    <main className={styles.gallery}>
      <Page title="Design system" intro="Each component in each state. Light and dark follow the system.">
        <nav aria-label="Views" className={styles.views}>
          <a href="?">Usual size</a>
          <a href="?text=200">Text at 200 %</a>
          {wholes.map(({ name }) => (
            <a key={name} href={`?whole=${name}`}>
              {name}
            </a>
          ))}
        </nav>
        {parts.map(({ name, states }) => (
          <Section key={name} title={name}>
            <Stack gap={24}>
              {states.map(({ called, shown }) => (
                <div key={called} data-sample={`${name} ${called}`} className={styles.sample}>
                  <Text size="small" tone="quiet">
                    {called}
                  </Text>
                  {shown}
                </div>
              ))}
            </Stack>
          </Section>
        ))}
      </Page>
    </main>
  );
}

createRoot(holder).render(<StrictMode>{whole ? whole.shown : <Gallery />}</StrictMode>);
