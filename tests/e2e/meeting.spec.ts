import { expect, test } from '@playwright/test';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setWindowSize, takeScreenshot } from '../support/launchApp.ts';
import { ask, goToSection, openExample, saveInto, startApp } from '../support/steps.ts';

const folder = mkdtempSync(join(tmpdir(), 'kamerton-meeting-'));
test.afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('a meeting is prepared on one page, exported and written down after', async () => {
  const kamerton = await startApp();
  try {
    const page = await kamerton.window();
    await setWindowSize(kamerton.app, 1440, 900);
    await openExample(page);
    const { rows } = await ask(page, 'accounts.list', { query: '' });
    const client = rows.find(({ name }) => name === 'Тихвинский фарфор');
    if (client === undefined) throw new Error('The example lacks the client');
    await goToSection(page, 'Клиенты');
    await page.getByRole('grid').getByRole('button', { name: client.name }).click();
    await page.getByRole('button', { name: 'Лист к встрече' }).click();
    const sheet = page.getByRole('figure', { name: 'Лист, как он будет напечатан' });
    await expect(sheet.getByRole('heading', { level: 1 })).toContainText(client.name);
    await page.getByLabel('Цель').fill('Согласовать график пуска станции');
    await expect(sheet.getByText('Согласовать график пуска станции')).toBeVisible();
    await takeScreenshot(page, 'meeting-general');
    await page.getByText('Личный', { exact: true }).click();
    await expect(sheet.getByText('Как говорить')).toBeVisible();
    await takeScreenshot(page, 'meeting-private');
    await page.keyboard.press('F8');
    await expect(page.getByText(/^Лист скрыт/)).toBeVisible();
    await expect(sheet).toBeHidden();
    await page.getByRole('button', { name: 'Закончить показ' }).click();
    await expect(sheet.getByText('Как говорить')).toBeVisible();

    for (const kind of ['PDF', 'Word'] as const) {
      const dialog = await saveInto(kamerton.app, folder);
      await page.getByRole('button', { name: kind, exact: true }).click();
      await expect(page.getByText(`Лист сохранён в ${kind}`)).toBeVisible({ timeout: 30_000 });
      const path = join(folder, await dialog.proposed());
      expect(readFileSync(path).byteLength).toBeGreaterThan(2000);
      if (kind === 'PDF') {
        const text = execFileSync('pdftotext', ['-layout', path, '-'], { encoding: 'utf8' });
        expect(text.split('\f').filter((one) => one.trim() !== '')).toHaveLength(1);
        expect(text).toContain('Семь ошибок');
      }
    }

    await page.getByRole('button', { name: 'Итоги встречи' }).click();
    const dialog = page.getByRole('dialog', { name: 'Итоги встречи' });
    await dialog.getByLabel('Что решили, одной-двумя фразами').fill('Пуск назначен на 15 января.');
    // A client who looks over the shoulder reads nothing, and costs nothing that was typed.
    await page.keyboard.press('F8');
    await expect(dialog.getByText('Добавить обещание')).toBeHidden();
    await page.keyboard.press('F8');
    await expect(dialog.getByLabel('Что решили, одной-двумя фразами')).toHaveValue(
      'Пуск назначен на 15 января.',
    );
    await dialog.getByRole('button', { name: 'Добавить обещание' }).click();
    await dialog.getByLabel('Что обещали').fill('Прислать график пуска');
    await dialog.getByRole('button', { name: 'Добавить факт' }).click();
    await dialog.getByLabel('Что узнали', { exact: true }).fill('Ждёт пуска до отпуска');
    // Whatever of the client waits to be settled can be settled here, a wish too.
    await dialog.getByRole('checkbox', { name: 'Показать журнал отказов' }).check();
    await takeScreenshot(page, 'meeting-debrief');
    await dialog.getByRole('button', { name: 'Записать в досье' }).click();
    await expect(page.getByText('Прислать график пуска')).toBeVisible();
    await expect(page.getByText('Согласовать график пуска станции').first()).toBeVisible();
    expect(kamerton.problems()).toEqual([]);
  } finally {
    await kamerton.close();
  }
});
