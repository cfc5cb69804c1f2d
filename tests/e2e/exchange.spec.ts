import { expect, test } from '@playwright/test';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chooseOpenPaths, setWindowSize, takeScreenshot } from '../support/launchApp.ts';
import { goToSection, openExample, saveInto, startApp } from '../support/steps.ts';

const folder = mkdtempSync(join(tmpdir(), 'kamerton-exchange-'));
test.afterAll(() => rmSync(folder, { recursive: true, force: true }));
const fixtures = join(import.meta.dirname, '../fixtures/cards');

test('tables and dates go out, cards come in with a look at them first and are taken back', async () => {
  const kamerton = await startApp();
  try {
    const page = await kamerton.window();
    await setWindowSize(kamerton.app, 1280, 800);
    await openExample(page);
    await goToSection(page, 'Клиенты');
    const menu = page.getByRole('button', { name: 'Обмен с другими программами' });
    for (const [item, done] of [
      ['Поставки в Excel…', 'Таблица сохранена'],
      ['Даты и задачи в календарь…', 'Календарь сохранён'],
    ] as const) {
      const dialog = await saveInto(kamerton.app, folder);
      await menu.click();
      await page.getByRole('menuitem', { name: item }).click();
      await expect(page.getByText(done)).toBeVisible({ timeout: 20_000 });
      expect(readFileSync(join(folder, await dialog.proposed())).byteLength).toBeGreaterThan(500);
    }

    await page.getByRole('grid').getByRole('button', { name: 'Валдайские хлеба' }).click();
    await page.getByRole('tab', { name: 'Люди' }).click();
    await chooseOpenPaths(kamerton.app, [join(fixtures, 'google.vcf')]);
    await page.getByRole('button', { name: 'Визитки', exact: true }).click();
    await page.getByRole('menuitem', { name: 'Загрузить визитки vCard…' }).click();
    const dialog = page.getByRole('dialog', { name: 'Визитки из файла' });
    await expect(dialog.getByText('новый человек')).toBeVisible();
    await expect(dialog.getByText('нет имени, не берём')).toBeVisible();
    await takeScreenshot(page, 'cards-light');
    await page.emulateMedia({ colorScheme: 'dark' });
    await takeScreenshot(page, 'cards-dark');
    await page.emulateMedia({ colorScheme: 'light' });
    await dialog.getByRole('button', { name: 'Взять 1 визитку' }).click();
    await expect(page.getByText('Добавлено людей: 1, дополнено: 0')).toBeVisible();
    await expect(page.getByText('Вересова').first()).toBeVisible();
    await page.getByRole('button', { name: 'Вернуть', exact: true }).click();
    await expect(page.getByText('Визитки убраны, досье как было')).toBeVisible();
    await expect(page.getByText('Вересова А. И.')).toHaveCount(0);
    expect(kamerton.problems()).toEqual([]);
  } finally {
    await kamerton.close();
  }
});
