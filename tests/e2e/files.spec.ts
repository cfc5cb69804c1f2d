import { expect, test } from '@playwright/test';
import type { Page } from '@playwright/test';
import { mkdtempSync, readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pdfBytes, pngBytes, scannedPdfBytes } from '../support/attachmentSamples.ts';
import { chooseOpenPaths, setWindowSize, takeScreenshot } from '../support/launchApp.ts';
import { goToSection, openExample, saveInto, startApp } from '../support/steps.ts';

const folder = mkdtempSync(join(tmpdir(), 'kamerton-files-'));
test.afterAll(() => rmSync(folder, { recursive: true, force: true }));

const fileOf = (name: string, bytes: Uint8Array | string): string => {
  const path = join(folder, name);
  writeFileSync(path, bytes);
  return path;
};

/** Drops a file on the tab as the system would: with its bytes and its name, without a path. */
async function drop(page: Page, name: string, text: string): Promise<void> {
  const data = await page.evaluateHandle(
    ([fileName, content]) => {
      const transfer = new DataTransfer();
      transfer.items.add(new File([content], fileName));
      return transfer;
    },
    [name, text] as const,
  );
  const tab = page.getByRole('region', { name: 'Файлы' });
  await tab.dispatchEvent('dragenter', { dataTransfer: data });
  await expect(page.getByText('Отпустите, чтобы добавить в досье')).toBeVisible();
  await tab.dispatchEvent('drop', { dataTransfer: data });
}

test('files come into a dossier, are looked at, deleted and brought back, and go out', async () => {
  const kamerton = await startApp();
  try {
    const page = await kamerton.window();
    await setWindowSize(kamerton.app, 1280, 800);
    await openExample(page);
    await goToSection(page, 'Клиенты');
    await page.getByRole('grid').getByRole('button', { name: 'Валдайские хлеба' }).click();
    await page.getByRole('tab', { name: 'Файлы' }).click();
    await expect(page.getByText('Файлов этого клиента ещё нет')).toBeVisible();
    await takeScreenshot(page, 'files-empty-light');

    const huge = fileOf('Запись совещания.mp4', '');
    truncateSync(huge, 200 * 1024 * 1024);
    await chooseOpenPaths(kamerton.app, [
      fileOf('Фото печи после ремонта.png', pngBytes(900, 600)),
      fileOf(
        'Договор поставки № 17 от 12 марта 2026 года с протоколом разногласий и приложениями.pdf',
        pdfBytes(['Supply contract 17', 'Page two', 'Page three']),
      ),
      huge,
    ]);
    await page.getByRole('button', { name: 'Добавить файлы' }).first().click();
    await expect(page.getByText('Добавлено 2 файла')).toBeVisible({ timeout: 20_000 });
    await expect(page.getByText('Не добавлено: Запись совещания.mp4')).toBeVisible();
    const pane = page.getByRole('complementary', { name: 'Просмотр файла' });
    const firstPage = pane.getByRole('img', { name: 'Страница 1 из 3' });
    await expect(firstPage).toHaveAttribute('data-drawn', 'true', { timeout: 30_000 });
    await takeScreenshot(page, 'files-pdf-light');

    await chooseOpenPaths(kamerton.app, [fileOf('Скан акта.pdf', scannedPdfBytes())]);
    await page.getByRole('button', { name: 'Добавить файлы' }).first().click();
    const scan = pane.getByRole('img', { name: 'Страница 1 из 1' });
    await expect(scan).toHaveAttribute('data-drawn', 'true', { timeout: 30_000 });
    const middle = await scan.evaluate((canvas) => {
      if (!(canvas instanceof HTMLCanvasElement)) return [];
      const { width, height } = canvas;
      return [...(canvas.getContext('2d')?.getImageData(width / 2, height / 2, 1, 1).data ?? [])];
    });
    expect(middle).toEqual([0, 0, 0, 255]);

    await drop(
      page,
      '..\\тайно\\Письмо закупок.txt',
      'Добрый день.\nПросим пересчитать поставку на 12 печей.',
    );
    await expect(pane.getByText('Просим пересчитать поставку')).toBeVisible();
    await expect(pane.getByRole('heading', { name: 'Письмо закупок.txt', exact: true })).toBeVisible();

    const table = page.getByRole('table');
    await table.getByRole('button', { name: 'Фото печи после ремонта.png', exact: true }).click();
    await expect(pane.getByRole('img', { name: 'Фото печи после ремонта.png' })).toBeVisible();
    await expect(pane.getByText('900 × 600')).toBeVisible();
    await page.emulateMedia({ colorScheme: 'dark' });
    await takeScreenshot(page, 'files-picture-dark');
    await page.emulateMedia({ colorScheme: 'light' });

    await pane.getByRole('button', { name: 'Название и место…' }).click();
    const dialog = page.getByRole('dialog', { name: 'Файл', exact: true });
    await dialog.getByLabel('Название').fill('Печь после ремонта');
    await dialog.getByLabel('Примечание').fill('Снял Вересов, показать в отчёте');
    await takeScreenshot(page, 'files-dialog-light');
    // Show mode hides the files and the form with them, and what was typed is not lost.
    await page.keyboard.press('F8');
    await expect(dialog.getByLabel('Примечание')).toBeHidden();
    await expect(table).toHaveCount(0);
    await page.keyboard.press('F8');
    await expect(dialog.getByLabel('Примечание')).toHaveValue('Снял Вересов, показать в отчёте');
    await dialog.getByRole('button', { name: 'Сохранить' }).click();
    await expect(pane.getByRole('heading', { name: 'Печь после ремонта.png' })).toBeVisible();

    await table.getByRole('button', { name: 'Печь после ремонта.png', exact: true }).focus();
    await page.keyboard.press('Delete');
    await expect(page.getByText('Файл «Печь после ремонта.png» удалён')).toBeVisible();
    await expect(table.getByText('Печь после ремонта.png')).toHaveCount(0);
    await page.getByRole('button', { name: 'Вернуть', exact: true }).click();
    await expect(table.getByText('Печь после ремонта.png')).toBeVisible();

    await saveInto(kamerton.app, folder);
    await table.getByRole('button', { name: 'Печь после ремонта.png', exact: true }).click();
    await pane.getByRole('button', { name: 'Сохранить как…' }).click();
    await expect(page.getByText('Файл сохранён')).toBeVisible();
    expect(readFileSync(join(folder, 'Печь после ремонта.png')).equals(pngBytes(900, 600))).toBe(true);
    const out = mkdtempSync(join(folder, 'все-'));
    await chooseOpenPaths(kamerton.app, [out]);
    await page.getByRole('button', { name: 'Сохранить показанные в папку…' }).click();
    await page.getByRole('menuitem', { name: 'Сохранить показанные в папку…' }).click();
    await expect(page.getByText('Сохранено 4 файла')).toBeVisible();
    expect(readdirSync(out)).toHaveLength(4);

    await page.getByRole('tab', { name: 'История' }).click();
    await page.getByRole('button', { name: 'Записать событие' }).click();
    const event = page.getByRole('dialog', { name: 'Что произошло' });
    await event.getByRole('button', { name: 'Подарок' }).click();
    await event.getByLabel('Коротко').fill('Набор ножей к юбилею пекарни');
    await event.getByLabel('Стоимость').fill('3 900');
    await event.getByLabel('Стоимость').blur();
    await expect(event.getByText('ст. 575 ГК РФ')).toBeVisible();
    await event.locator('input[type=file]').setInputFiles({
      name: 'Чек.txt',
      mimeType: 'text/plain',
      buffer: Buffer.from('Набор ножей, 3 900'),
    });
    await expect(event.getByText('Чек.txt')).toBeVisible();
    await takeScreenshot(page, 'event-gift-light');
    await event.getByRole('button', { name: 'Записать' }).click();
    await expect(page.getByRole('button', { name: 'Открыть файл: Чек.txt' })).toBeVisible();
    await expect(page.getByText('Добавлено 4 файла')).toBeVisible();
    await takeScreenshot(page, 'history-files-light');
    await page
      .getByRole('group', { name: 'Что показывать' })
      .getByRole('button', { name: 'Подарки' })
      .click();
    await page.getByRole('button', { name: 'Назначить предел на год' }).click();
    const limit = page.getByRole('dialog', { name: 'Подарки этому клиенту' });
    await limit.getByLabel('Предел на календарный год').fill('-5');
    await limit.getByRole('button', { name: 'Сохранить' }).click();
    await expect(limit.getByText('Меньше нуля здесь не бывает')).toBeVisible();
    await limit.getByLabel('Предел на календарный год').fill('3 000');
    await limit.getByRole('button', { name: 'Сохранить' }).click();
    await expect(page.getByText('больше отведённого на 900 ₽')).toBeVisible();
    await takeScreenshot(page, 'history-gifts-light');
    await page.getByRole('button', { name: 'Открыть файл: Чек.txt' }).click();
    await expect(pane.getByText('Набор ножей, 3 900')).toBeVisible();

    await page.getByRole('button', { name: 'Настройки' }).first().click();
    await page.getByRole('button', { name: 'Безопасность' }).click();
    await page.getByRole('button', { name: 'Выгрузить всё…' }).click();
    const everything = page.getByRole('dialog', { name: 'Выгрузить всё в читаемом виде' });
    const start = everything.getByRole('button', { name: 'Выбрать папку и выгрузить' });
    await expect(start).toBeDisabled();
    await everything.getByLabel('Понимаю, что файлы не будут зашифрованы').check();
    await takeScreenshot(page, 'vault-export-light');
    const target = mkdtempSync(join(folder, 'выгрузка-'));
    await chooseOpenPaths(kamerton.app, [target]);
    await start.click();
    await expect(page.getByText('Выгружено: папка')).toBeVisible({ timeout: 30_000 });
    const [made = ''] = readdirSync(target);
    expect(readdirSync(join(target, made))).toContain('README.txt');
    expect(readdirSync(join(target, made, 'Файлы', 'Валдайские хлеба'))).toHaveLength(5);
    expect(kamerton.problems()).toEqual([]);
  } finally {
    await kamerton.close();
  }
});
