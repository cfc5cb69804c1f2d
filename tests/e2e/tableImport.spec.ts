import { expect, type Page, test } from '@playwright/test';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chooseOpenPaths, setWindowSize, takeScreenshot, type LaunchedApp } from '../support/launchApp.ts';
import { ask, choose, goToSection, openExample, startApp } from '../support/steps.ts';
import { inWindows1251 } from '../support/workbooks.ts';

const folder = mkdtempSync(join(tmpdir(), 'kamerton-table-'));
test.afterAll(() => rmSync(folder, { recursive: true, force: true }));

const sales = inWindows1251(
  [
    'Отчёт по отгрузкам;;;;;',
    'Дата;Контрагент;Позиция;Выручка без НДС;Себестоимость;Накладная №',
    '15.01.2026;АО "Валдайские хлеба";Фильтры;120 000,00;80 000,00;УПД-1',
    '16.01.2026;Валдайский хлеб;Масло;15 000,50;9 000,00;УПД-2',
    '17.01.2026;ООО "Кемские мосты";Ресивер;400 000,00;310 000,00;УПД-3',
    '18.01.2026;Валдайские хлеба;Ремень;по запросу;;УПД-4',
    'Итого;;;535 000,50;399 000,00;',
  ].join('\r\n'),
);

const names = async (page: Page) =>
  (await ask(page, 'accounts.list', { query: '' })).rows.map(({ name }) => name);

/** Works in the window on the example, and expects nothing to have troubled it. */
async function inExample(work: (page: Page, kamerton: LaunchedApp) => Promise<void>): Promise<void> {
  const kamerton = await startApp();
  try {
    const page = await kamerton.window();
    await setWindowSize(kamerton.app, 1280, 800);
    await openExample(page);
    await work(page, kamerton);
    expect(kamerton.problems()).toEqual([]);
  } finally {
    await kamerton.close();
  }
}

/** Opens the import by the palette. */
async function openImports(page: Page): Promise<void> {
  await page.keyboard.press('Control+KeyK');
  await page.keyboard.insertText('импорт');
  await page.getByText('Загрузить таблицу из Excel (импорт)').click();
}

test('a table of deliveries is looked at, decided on, imported and taken back; rows are pasted into one client', async () => {
  const path = join(folder, 'Отгрузки.csv');
  writeFileSync(path, sales);
  await inExample(async (page, kamerton) => {
    const before = await names(page);
    await goToSection(page, 'Клиенты');
    await page.getByRole('button', { name: 'Обмен с другими программами' }).click();
    await page.getByRole('menuitem', { name: 'Загрузить из Excel…' }).click();
    await expect(page.getByText('Загрузок ещё не было.')).toBeVisible();
    await takeScreenshot(page, 'import-source-light');

    await chooseOpenPaths(kamerton.app, [path]);
    await page.getByRole('button', { name: 'Выбрать файл' }).click();
    const dialog = page.getByRole('dialog', { name: 'Загрузка таблицы: Отгрузки.csv' });
    await expect(dialog.getByRole('radio', { name: 'Поставки' })).toBeChecked();
    await expect(dialog.getByRole('combobox', { name: 'Документ' })).toHaveValue('Накладная №');
    // A title nobody could guess is chosen by hand.
    await choose(page, dialog, 'Что поставлено', 'Позиция');
    await takeScreenshot(page, 'import-columns-light');
    await page.emulateMedia({ colorScheme: 'dark' });
    await takeScreenshot(page, 'import-columns-dark');
    await page.emulateMedia({ colorScheme: 'light' });
    await dialog.getByRole('button', { name: 'Проверить строки' }).click();

    await expect(dialog.getByText('Узнано 1, новых 1, ждут решения 1, пропущено 0.')).toBeVisible();
    await expect(dialog.getByText('не войдёт: «Выручка»: «по запросу» — не число')).toBeVisible();
    await dialog.getByRole('combobox', { name: 'Клиент для «Валдайский хлеб»' }).click();
    await page
      .getByRole('option', { name: /^Валдайские хлеба/ })
      .first()
      .click();
    await expect(dialog.getByText('Узнано 2, новых 1, ждут решения 0, пропущено 0.')).toBeVisible();
    await takeScreenshot(page, 'import-check-light');
    await page.emulateMedia({ colorScheme: 'dark' });
    await takeScreenshot(page, 'import-check-dark');
    await page.emulateMedia({ colorScheme: 'light' });
    await dialog.getByRole('button', { name: 'Загрузить 3 строки' }).click();
    await expect(dialog.getByText('Новых записей 3, дополнено 0, уже было 0, не вошло 1.')).toBeVisible();
    await expect(dialog.getByText('Заведён 1 клиент.')).toBeVisible();
    await takeScreenshot(page, 'import-done-light');
    expect(await names(page)).toContain('Кемские мосты');
    await dialog.getByRole('button', { name: 'Закрыть', exact: true }).last().click();

    // Later, from the list of imports, by the palette.
    await openImports(page);
    await page.getByRole('button', { name: 'Отменить загрузку «Отгрузки.csv»' }).click();
    await expect(page.getByText('Загрузка отменена: убрано и возвращено 4')).toBeVisible();
    await expect(page.getByText('отменена', { exact: true })).toBeVisible();
    expect(await names(page)).toEqual(before);
    await page.keyboard.press('Escape');

    await page.getByRole('grid').getByRole('button', { name: 'Валдайские хлеба' }).click();
    await page.getByRole('tab', { name: 'История' }).click();
    await page.getByRole('button', { name: 'Загрузить из Excel…' }).click();
    await page
      .getByRole('textbox', { name: 'Или вставьте строки, скопированные в Excel' })
      .fill('Дата\tТовар\tВыручка\n05.02.2026\tКольцо уплотнительное\t1 200,50\n');
    await page.getByRole('button', { name: 'Разобрать вставленное' }).click();
    const pasted = page.getByRole('dialog', { name: 'Загрузка таблицы: вставленные строки' });
    await expect(
      pasted.getByRole('checkbox', { name: 'Все строки относятся к клиенту «Валдайские хлеба»' }),
    ).toBeChecked();
    await pasted.getByRole('button', { name: 'Проверить строки' }).click();
    await pasted.getByRole('button', { name: 'Загрузить 1 строку' }).click();
    await expect(pasted.getByText('Новых записей 1')).toBeVisible();
    await pasted.getByRole('button', { name: 'Отменить всю загрузку' }).click();
    await expect(page.getByText('Загрузка отменена: убрано и возвращено 1')).toBeVisible();
  });
});

test('an import that is stopped while it writes leaves nothing behind', async () => {
  const path = join(folder, 'Выгрузка.csv');
  const lines = Array.from(
    { length: 40_000 },
    (_, at) => `15.01.2026;ООО «Клиент ${at % 300}»;Партия ${at};1000;100;УПД-${at}`,
  );
  writeFileSync(path, ['Дата;Клиент;Что поставлено;Выручка без НДС;Прибыль;Документ', ...lines].join('\r\n'));
  await inExample(async (page, kamerton) => {
    const before = await names(page);
    await openImports(page);
    await chooseOpenPaths(kamerton.app, [path]);
    await page.getByRole('button', { name: 'Выбрать файл' }).click();
    const dialog = page.getByRole('dialog', { name: 'Загрузка таблицы: Выгрузка.csv' });
    await dialog.getByRole('button', { name: 'Проверить строки' }).click();
    await dialog.getByRole('button', { name: 'Загрузить 40 000 строк' }).click();
    await expect(dialog.getByText('Записываем')).toBeVisible();
    await dialog.getByRole('button', { name: 'Остановить' }).click();
    await takeScreenshot(page, 'import-stopping-light');
    await expect(page.getByText('Остановлено, ничего не изменено.')).toBeVisible({ timeout: 60_000 });
    expect(await names(page)).toEqual(before);
    // It was written already and was taken back as a whole.
    expect((await ask(page, 'imports.list', {})).imports).toMatchObject([{ undoneAtMs: expect.any(Number) }]);
    // What was decided is there still, for another try.
    await expect(dialog.getByRole('button', { name: 'Загрузить 40 000 строк' })).toBeEnabled();
    await takeScreenshot(page, 'import-stopped-light');
  });
});

test('a line that may be a client or goods is asked about', async () => {
  for (const language of ['ru', 'en'] as const) {
    // oxlint-disable-next-line no-await-in-loop -- one window after the other
    await askAboutGroups(language);
  }
});

async function askAboutGroups(language: 'ru' | 'en'): Promise<void> {
  const isRussian = language === 'ru';
  const kamerton = await startApp(language);
  try {
    const page = await kamerton.window();
    await setWindowSize(kamerton.app, 1280, 800);
    if (isRussian) await openExample(page);
    else await page.getByRole('button', { name: 'Look at an example' }).click();
    await expect(page.getByRole('navigation').first()).toBeVisible({ timeout: 30_000 });
    await page.keyboard.press('Control+KeyK');
    await page.keyboard.insertText(isRussian ? 'импорт' : 'import');
    await page
      .getByText(isRussian ? 'Загрузить таблицу из Excel (импорт)' : 'Import a table from Excel')
      .click();
    const paper = (number: number) =>
      `Реализация товаров и услуг 00УТ-00${number} от 1${number}.01.2026 14:22:11`;
    await page
      .getByRole('textbox', {
        name: isRussian ? 'Или вставьте строки, скопированные в Excel' : 'Or paste rows copied in Excel',
      })
      .fill(
        [
          'Контрагент\tКоличество\tВыручка без НДС\tВаловая прибыль',
          'Документ продажи\t\t\t',
          'Ветлужские станки\t\t1\t',
          `${paper(1)}\t2\t4500\t1100`,
          'Насос консольный\t1\t900\t1',
          `${paper(2)}\t1\t300\t50`,
          'Мстинская верфь\t1\t777\t50',
          `${paper(3)}\t1\t1200\t150`,
        ].join('\n'),
      );
    await page
      .getByRole('button', { name: isRussian ? 'Разобрать вставленное' : 'Read what is pasted' })
      .click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('button', { name: isRussian ? 'Проверить строки' : 'Check the rows' }).click();
    await expect(dialog.getByText(isRussian ? 'Клиент или товар?' : 'A client or goods?')).toBeVisible();
    await takeScreenshot(page, `${language}-light-import-groups`);
    await page.emulateMedia({ colorScheme: 'dark' });
    await takeScreenshot(page, `${language}-dark-import-groups`);
    await dialog
      .getByRole('radiogroup', { name: /Насос консольный/ })
      .getByText(isRussian ? 'товар' : 'goods', { exact: true })
      .click();
    await dialog
      .getByRole('radiogroup', { name: /Мстинская верфь/ })
      .getByText(isRussian ? 'клиент' : 'client', { exact: true })
      .click();
    await expect(
      dialog.getByRole('button', { name: isRussian ? 'Загрузить 3 строки' : 'Import 3 rows' }),
    ).toBeVisible();
    await takeScreenshot(page, `${language}-dark-import-groups-said`);
    expect(kamerton.problems()).toEqual([]);
  } finally {
    await kamerton.close();
  }
}

test('the same dialog in English', async () => {
  const kamerton = await startApp('en');
  try {
    const page = await kamerton.window();
    await setWindowSize(kamerton.app, 1280, 800);
    await page.getByRole('button', { name: 'Look at an example' }).click();
    await expect(page.getByRole('navigation').first()).toBeVisible({ timeout: 30_000 });
    await page.keyboard.press('Control+KeyK');
    await page.keyboard.insertText('import');
    await page.getByText('Import a table from Excel').click();
    await page
      .getByRole('textbox', { name: 'Or paste rows copied in Excel' })
      .fill(
        'Name\tCompany\tJob title\tE-mail\nJonas Halvard\tNorthwind Kilns\tBuyer\thalvard@northwind.example\n',
      );
    await page.getByRole('button', { name: 'Read what is pasted' }).click();
    const dialog = page.getByRole('dialog', { name: 'Import of a table: pasted rows' });
    await expect(dialog.getByRole('radio', { name: 'People' })).toBeChecked();
    await dialog.getByRole('button', { name: 'Check the rows' }).click();
    await expect(
      dialog.getByText('left out: the client “Northwind Kilns” is not in the dossiers'),
    ).toBeVisible();
    await takeScreenshot(page, 'import-check-english');
    expect(kamerton.problems()).toEqual([]);
  } finally {
    await kamerton.close();
  }
});
