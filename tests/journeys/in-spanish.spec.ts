import type { Page } from '@playwright/test';
import { findBarriers } from './find-barriers.ts';
import { findEnglish, hearCore } from './find-english.ts';
import { expect, MAIN_SENTENCE, test } from './open-life.ts';

// Every screen at two widths, with a look for barriers at each.
test.setTimeout(240_000);
test.use({ language: 'es' });

const PLACES = {
  '': 'Inicio',
  approvals: 'Aprobaciones',
  automations: 'Automatizaciones',
  timeline: 'Historial',
  insights: 'Resumen',
  integrations: 'Conexiones',
  policies: 'Permisos',
  memory: 'Memoria',
} as const;

const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click();
const askBox = (page: Page) => page.getByRole('textbox', { name: '¿Qué quieres hacer?' });
const plan = (page: Page) => page.getByRole('list', { name: 'Qué va a pasar' });

/** Nothing runs out of the window, nothing shuts anybody out, and no sentence of ours is English. */
async function lookAt(page: Page, heard: ReadonlySet<string>): Promise<void> {
  await expect(page.getByRole('heading').first()).toBeVisible();
  for (const width of [1280, 320]) {
    await page.setViewportSize({ width, height: 860 });
    const sideways = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    const seen = {
      sideways,
      barriers: await findBarriers(page),
      english: await findEnglish(page, heard),
    };
    expect({ width, url: page.url(), ...seen }).toEqual({
      width,
      url: page.url(),
      sideways: 0,
      barriers: [],
      english: [],
    });
  }
  await page.setViewportSize({ width: 1280, height: 860 });
}

// In light alone: what differs in dark is colours, and they are looked at in English.
test('a plan is approved, taken back and paused', async ({ page }) => {
  const heard = hearCore(page);
  await page.reload();
  await expect(page.locator('html')).toHaveAttribute('lang', 'es');
  await expect(page.getByText('Dilo en inglés; por ahora es el único idioma')).toBeVisible();
  await lookAt(page, heard);
  await askBox(page).fill(MAIN_SENTENCE);
  await askBox(page).press('Enter');
  await expect(plan(page).getByRole('listitem')).toHaveCount(3);
  await expect(page.getByText('2 de 3 pasos necesitan tu visto bueno. Nada empieza antes.')).toBeVisible();
  await plan(page).getByRole('button', { name: 'Detalles' }).first().click();
  await plan(page).getByRole('button', { name: '¿Por qué esto?' }).first().click();
  await lookAt(page, heard);
  await press(page, 'Aprobar');
  await expect(page.getByText('Hechos los 3.')).toBeVisible();
  await lookAt(page, heard);
  await press(page, 'Deshacerlo todo');
  await expect(page.getByText('Deshechos los 3.')).toBeVisible();
  await lookAt(page, heard);
  await press(page, 'Pausar todo');
  await expect(page.getByText(/^Todo está en pausa desde hoy, \d/)).toBeVisible();
  await lookAt(page, heard);
  await press(page, 'Reanudar');
  await expect(page.getByRole('dialog')).toBeVisible();
  await lookAt(page, heard);
  await press(page, 'Reanudar todo');
  await expect(page.getByText(/^Todo está en pausa/)).toHaveCount(0);
});

test('every place of the navigation is Spanish, empty and in use', async ({ page, life }) => {
  const heard = hearCore(page);
  await page.reload();
  const goRound = async () => {
    for (const [place, title] of Object.entries(PLACES)) {
      await page.goto(`${life.app().origin}/#/${place}`);
      await expect(page.getByRole('navigation').getByRole('link', { name: title })).toHaveAttribute(
        'aria-current',
        'page',
      );
      await expect(page.getByRole('main').getByRole('heading').first()).toBeVisible();
      await lookAt(page, heard);
    }
  };
  await goRound();
  await page.goto(`${life.app().origin}/#/`);
  await askBox(page).fill(MAIN_SENTENCE);
  await askBox(page).press('Enter');
  await expect(plan(page).getByRole('listitem')).toHaveCount(3);
  await goRound();
});

test.describe('the first start', () => {
  test.use({ isFirstStart: true });

  test('is Spanish, one question after the other', async ({ page }) => {
    const heard = hearCore(page);
    await page.reload();
    await lookAt(page, heard);
    await press(page, 'Empezar');
    await press(page, 'Salud');
    await lookAt(page, heard);
    await press(page, 'Continuar');
    await expect(page.getByRole('heading', { name: 'Conecta una cuenta, o no' })).toBeVisible();
    await lookAt(page, heard);
    await press(page, 'Continuar sin una cuenta');
    await page.getByRole('radio', { name: 'Pregúntame por lo importante' }).click();
    await lookAt(page, heard);
    await press(page, 'Continuar');
    await page.getByRole('spinbutton', { name: 'Máximo de dinero en un día' }).fill('-3');
    await press(page, 'Continuar');
    await expect(page.getByText('Escribe un importe de hasta 1.000.000.000. No se cambió nada.')).toBeVisible();
    await page.getByRole('spinbutton', { name: 'Máximo de dinero en un día' }).fill('40');
    await lookAt(page, heard);
    await press(page, 'Continuar');
    await expect(page.getByRole('list', { name: 'Frases para empezar' }).getByRole('listitem')).toHaveCount(3);
    await lookAt(page, heard);
    await press(page, 'Saltar esto');
    await expect(page.getByRole('heading', { name: 'Ya está todo listo' })).toBeVisible();
    await lookAt(page, heard);
  });
});

test('another language is chosen by its own name, and spoken from the next start on', async ({ page, life }) => {
  await page.goto(`${life.app().origin}/#/policies`);
  const choice = page.getByRole('group', { name: 'Idioma' });
  await expect(choice.getByRole('button', { name: 'Español' })).toHaveAttribute('aria-pressed', 'true');
  await choice.getByRole('button', { name: 'English' }).click();
  await expect(page.getByText('Life OS hablará inglés desde el próximo inicio.')).toBeVisible();
  await page.reload();
  // Nothing is half in one language and half in another.
  await expect(page.getByRole('heading', { level: 1, name: 'Permisos' })).toBeVisible();
  await life.restart('stop');
  await page.goto(life.app().url);
  await page.goto(`${life.app().origin}/#/policies`);
  await page.reload();
  await expect(page.getByRole('heading', { level: 1, name: 'Policies' })).toBeVisible();
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
  await page.goto(`${life.app().origin}/#/timeline`);
  await page.getByRole('button', { name: 'Settings', exact: true }).click();
  await expect(page.getByText('You chose another language.')).toBeVisible();
});

test.describe('in English', () => {
  test.use({ language: 'en' });

  test('no sentences of another language are fetched', async ({ page }) => {
    const fetched: string[] = [];
    page.on('request', (request) => fetched.push(new URL(request.url()).pathname));
    await page.reload();
    await expect(page.getByRole('textbox', { name: 'What do you want done?' })).toBeVisible();
    expect(fetched.some((path) => path.includes('/assets/page-'))).toBe(true);
    expect(fetched.filter((path) => path.includes('/assets/window-'))).toEqual([]);
  });
});
