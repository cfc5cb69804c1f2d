import { expect, test, type Locator, type Page } from '@playwright/test';
import { texts } from '../../renderer/app/texts/index.ts';
import { clientWithComingTender, exampleData } from '../support/exampleData.ts';
import { setWindowSize, takeScreenshot } from '../support/launchApp.ts';
import { documentPage, goToSection, openExample, startApp } from '../support/steps.ts';

const { dossier } = texts.ru;

/** What lies over what in the bar at the top, and what scrolls sideways, by how much. */
function findings(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const found: string[] = [];
    for (const element of document.querySelectorAll('html, main, main *')) {
      const by = element.scrollWidth - element.clientWidth;
      const scrolls =
        element.matches('html, main') || /auto|scroll/.test(getComputedStyle(element).overflowX);
      if (scrolls && by > 1) found.push(`${element.tagName} ${element.className} by ${by}`);
    }
    const bar = [
      ...(document.querySelector('main header')?.querySelectorAll('button, [aria-current]') ?? []),
    ];
    const edges = bar
      .map((element) => element.getBoundingClientRect())
      .filter(({ width }) => width > 0)
      .toSorted((a, b) => a.left - b.left);
    edges.forEach((edge, at) => {
      const next = edges[at + 1];
      // A step of the way reaches 4 px under its neighbours, so that it is easier to hit.
      if (next !== undefined && next.left < edge.right - 9) found.push(`the bar at ${Math.round(next.left)}`);
    });
    return found;
  });
}

const outlineOf = (page: Page): Locator => page.getByRole('navigation', { name: 'Состав' });

/** The page has the outline's place: the keyboard calls it up, Escape puts it away, and it comes again. */
async function takeOutline(page: Page): Promise<void> {
  const outline = outlineOf(page);
  const call = page.getByRole('button', { name: 'Состав' });
  await expect(outline).toBeHidden();
  await call.press('Enter');
  await expect(outline.getByRole('button').first()).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(outline).toBeHidden();
  await expect(call).toBeFocused();
  await call.press('Enter');
  await expect(outline).toBeVisible();
}

/** A choice leads to its section, with the whole page in sight. */
async function jumpByOutline(page: Page): Promise<void> {
  await outlineOf(page).getByRole('button', { name: 'Цены', exact: true }).click();
  await expect(documentPage(page).getByRole('heading', { name: 'Цены', exact: true })).toBeInViewport();
  await expect(outlineOf(page)).toBeHidden();
}

test('in the smallest window with larger text nothing scrolls sideways or lies over anything', async () => {
  const client = clientWithComingTender(exampleData('ru'));
  const tender = client.tenders.find(({ status }) => status === 'preparing');
  if (tender === undefined) throw new Error('The client has no coming tender');
  const kamerton = await startApp('ru');
  try {
    const page = await kamerton.window();
    await openExample(page);
    // So many CSS pixels are left of 1180 × 720 at 120 %; the driver's pictures know no enlarged text.
    await kamerton.app.evaluate(({ BrowserWindow }) => {
      for (const window of BrowserWindow.getAllWindows()) window.setMinimumSize(900, 500);
    });
    await setWindowSize(kamerton.app, 983, 600);
    const look = async (name: string): Promise<void> => {
      await takeScreenshot(page, `large-text-${name}`);
      expect(await findings(page), name).toEqual([]);
    };
    const grid = page.getByRole('grid');
    const open = async (): Promise<void> => {
      await goToSection(page, 'Клиенты');
      await grid.getByRole('button', { name: client.draft.name }).click();
    };

    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await look('today');
    await goToSection(page, 'Клиенты');
    await expect(grid.getByRole('button', { name: client.draft.name })).toBeVisible();
    await expect(grid.getByRole('columnheader', { name: texts.ru.clients.column.nextStep })).toBeInViewport();
    await look('clients');
    await open();
    await expect(page.getByRole('tab', { name: dossier.tabs.overview })).toBeVisible();
    await look('dossier');
    await goToSection(page, 'Тендеры');
    await page.getByRole('button', { name: tender.title }).click();
    await expect(page.getByRole('heading', { level: 1, name: tender.title })).toBeVisible();
    await look('tender');
    await goToSection(page, 'Предложения');
    await expect(page.getByRole('row').nth(1)).toBeVisible();
    await look('proposals');
    await page.getByRole('row').nth(1).getByRole('button').first().click();
    await expect(documentPage(page)).toBeVisible();
    await look('proposal');
    await takeOutline(page);
    await look('proposal-outline');
    await jumpByOutline(page);
    await goToSection(page, 'Библиотека');
    await expect(page.locator('aside').getByRole('document')).toBeVisible();
    await look('library');
    await goToSection(page, 'Анализ');
    await expect(page.getByRole('button', { name: texts.ru.analysis.excel })).toBeVisible();
    await look('analysis');
    expect(kamerton.problems()).toEqual([]);
  } finally {
    await kamerton.close();
  }
});
