import { expect, test } from '@playwright/test';
import { setWindowSize, takeScreenshot } from '../support/launchApp.ts';
import { goToSection, openExample, startApp } from '../support/steps.ts';

// One vault over the whole file: the dossier as a key account manager fills it between two calls.

const client = 'Тихвинский фарфор';

test('the dossier is filled between two calls', async () => {
  const kamerton = await startApp();
  try {
    const page = await kamerton.window();
    await setWindowSize(kamerton.app, 1440, 900);
    await openExample(page);
    await goToSection(page, 'Клиенты');
    await page.getByRole('button', { name: client }).first().click();
    await expect(page.getByRole('heading', { level: 1, name: client })).toBeVisible();

    // A line becomes a call and a promise, seen before they are written.
    await page.getByRole('tab', { name: 'История' }).click();
    const line = page.getByRole('textbox', { name: 'Записать одной строкой' });
    await line.fill('звонок Петровой: ждёт расчёт до пятницы');
    const preview = page.getByRole('group', { name: 'Что будет записано' });
    await expect(preview.getByText('Наше обещание')).toBeVisible();
    await expect(preview.getByText('Петрова').first()).toBeVisible();
    await takeScreenshot(page, 'dossier-quick-entry');
    await page.emulateMedia({ colorScheme: 'dark' });
    await takeScreenshot(page, 'dossier-quick-entry-dark');
    await page.emulateMedia({ colorScheme: 'light' });
    await line.press('Enter');
    await expect(page.getByText('В историю внесены 2 записи')).toBeVisible();
    await expect(page.getByText('Ждёт расчёт до пятницы')).toBeVisible();
    await page.getByRole('button', { name: 'Вернуть', exact: true }).click();
    await expect(page.getByText('Ждёт расчёт до пятницы')).toBeHidden();

    // The same from anywhere by the palette.
    await page.keyboard.press('Control+KeyK');
    await page
      .getByRole('textbox', { name: 'Поиск и действия' })
      .fill('встреча с Шадриным: пришлём смету завтра');
    await page.keyboard.press('Enter');
    const dialog = page.getByRole('dialog', { name: `${client}: записать одной строкой` });
    await expect(dialog.getByText('Пришлём смету', { exact: true })).toBeVisible();
    await takeScreenshot(page, 'dossier-quick-dialog');
    await dialog.getByRole('textbox', { name: 'Записать одной строкой' }).press('Enter');
    await expect(dialog).toBeHidden();
    await expect(page.getByText('Пришлём смету завтра')).toBeVisible();
    expect(kamerton.problems()).toEqual([]);
  } finally {
    await kamerton.close();
  }
});
