import { expect, test, type Page } from '@playwright/test';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  chooseOpenPaths,
  chooseSavePath,
  setWindowSize,
  takeScreenshot,
  type LaunchedApp,
} from '../support/launchApp.ts';
import { choose, goToSection, openExample, startApp } from '../support/steps.ts';

// A department's standard changes, and its dossiers follow; a client finds its place in a tree.

let kamerton: LaunchedApp;
let page: Page;
let folder: string;
test.beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'kamerton-standards-'));
  kamerton = await startApp('ru');
  page = await kamerton.window();
  await setWindowSize(kamerton.app, 1440, 900);
  await openExample(page);
});
test.afterAll(async () => {
  await kamerton.close();
  rmSync(folder, { recursive: true, force: true });
});

const clinic = 'Клиника на Карповке';
const openClient = async (name: string) => {
  await goToSection(page, 'Клиенты');
  await page.getByRole('button', { name }).first().click();
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible();
};
const openStandards = async () => {
  await page.getByRole('button', { name: 'Настройки', exact: true }).click();
  await page.getByRole('button', { name: 'Стандарт досье' }).click();
  await expect(page.getByRole('heading', { level: 2, name: 'Стандарт досье' })).toBeVisible();
};
const completeness = async () => {
  const label = await page
    .getByRole('button', { name: /^Полнота .*: показать части/ })
    .getAttribute('aria-label');
  return Number(/\d+/.exec(label ?? '')?.[0]);
};
const questions = () => page.getByRole('list', { name: 'Что узнать дальше' });

test('a department’s template changes, dossiers’ completeness follows', async () => {
  await openClient(clinic);
  const before = await completeness();
  await expect(page.getByRole('button', { name: 'Закупает по: без торгов' })).toBeVisible();
  await takeScreenshot(page, 'standard-dossier');

  await openStandards();
  await page.getByRole('button', { name: /^Медицинское учреждение/ }).click();
  await takeScreenshot(page, 'standards');
  await page.emulateMedia({ colorScheme: 'dark' });
  await takeScreenshot(page, 'standards-dark');
  await page.emulateMedia({ colorScheme: 'light' });

  // A field of our own, required and heavy.
  await page.getByRole('button', { name: 'Добавить поле' }).click();
  await page.getByRole('menuitem', { name: 'Своё поле…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Новое поле' });
  await dialog.getByRole('button', { name: 'Добавить' }).click();
  await expect(dialog.getByText('Назовите поле')).toBeVisible();
  await dialog.getByLabel('Название').fill('Кислородная станция');
  await dialog.getByLabel('Вопрос клиенту').fill('Откуда у вас кислород?');
  await choose(page, dialog, 'Что в\u00a0нём', 'выбор из\u00a0списка');
  await dialog.getByLabel('Варианты, каждый с\u00a0новой строки').fill('своя станция\nбаллоны\nжидкий');
  await dialog.getByLabel('Вес', { exact: true }).fill('8');
  await dialog.getByLabel('Обязательно знать').check();
  await takeScreenshot(page, 'standards-field');
  await dialog.getByRole('button', { name: 'Добавить' }).click();
  await expect(dialog).toBeHidden();

  // By the keyboard it goes up past the fields of its group.
  const row = page.getByRole('row', { name: /^Кислородная станция/ });
  await row.getByRole('button', { name: 'Выше: Кислородная станция' }).focus();
  for (let step = 0; step < 5; step += 1) await page.keyboard.press('Alt+ArrowUp');
  await expect(row.getByRole('button', { name: 'Выше: Кислородная станция' })).toBeFocused();
  // What nobody asks of a clinic is hidden, what was written stays.
  await page.getByRole('checkbox', { name: 'Спрашивать: Лицензия' }).uncheck();

  await openClient(clinic);
  await expect(questions()).toContainText('Откуда у вас кислород?');
  expect(await completeness()).toBeLessThan(before);
  await expect(page.getByRole('heading', { level: 2, name: 'Прочее' })).toBeVisible();
  await expect(page.getByRole('button', { name: /^Лицензия: Л041/ })).toBeVisible();

  // The missing item leads to its field.
  await page.getByRole('button', { name: /^Полнота/ }).click();
  await expect(page.getByText(/^Пора уточнить/)).toBeVisible();
  await takeScreenshot(page, 'standard-missing');
  await page.getByRole('button', { name: 'Кислородная станция', exact: true }).click();
  await page.getByRole('menuitem', { name: 'баллоны' }).click();
  await expect(page.getByRole('button', { name: 'Кислородная станция: баллоны' })).toBeVisible();
  await expect(questions()).not.toContainText('Откуда у вас кислород?');
  expect(await completeness()).toBeGreaterThanOrEqual(before);
  await takeScreenshot(page, 'standard-answered');

  // Another standard asks other things; nothing is lost, and it can be taken back.
  await page.getByRole('button', { name: /^Анкета досье/ }).click();
  await page.getByRole('menuitem', { name: 'Общая анкета' }).click();
  await expect(page.getByText('Прежнее поле')).toBeHidden();
  await expect(page.getByRole('button', { name: 'Кислородная станция: баллоны' })).toBeVisible();
  await page.getByRole('button', { name: 'Вернуть', exact: true }).last().click();
  await expect(page.getByRole('heading', { level: 2, name: 'Медицинское учреждение' })).toBeVisible();
});

test('a standard travels as a file and goes back to what the program brings', async () => {
  await openStandards();
  await page.getByRole('button', { name: /^Медицинское учреждение/ }).click();
  const path = join(folder, 'medical.json');
  await chooseSavePath(kamerton.app, path);
  await page.getByRole('button', { name: 'Действия', exact: true }).click();
  await page.getByRole('menuitem', { name: 'Сохранить в\u00a0файл' }).click();
  await expect(page.getByText(/стандарт сохранён: medical\.json/)).toBeVisible();
  expect(readFileSync(path, 'utf8')).toContain('Кислородная станция');
  await page.getByRole('button', { name: 'Действия', exact: true }).click();
  await page.getByRole('menuitem', { name: 'Вернуть как в\u00a0программе' }).click();
  // A dossier has something in it: its name stays, nobody is asked any more.
  const asked = page.getByRole('checkbox', { name: 'Спрашивать: Кислородная станция' });
  await expect(asked).not.toBeChecked();

  await chooseOpenPaths(kamerton.app, [path]);
  await page.getByRole('button', { name: 'Файл', exact: true }).click();
  await page.getByRole('menuitem', { name: 'Загрузить из\u00a0файла' }).click();
  const dialog = page.getByRole('dialog', { name: /medical\.json/ });
  await expect(dialog.getByText('заменит ваш')).toBeVisible();
  await dialog.getByRole('button', { name: 'Загрузить' }).click();
  await expect(asked).toBeChecked();

  await page.getByRole('button', { name: 'Действия', exact: true }).click();
  await page.getByRole('menuitem', { name: 'Создать копию' }).click();
  await expect(page.getByLabel('Название стандарта')).toHaveValue('Медицинское учреждение, копия');
  await page.getByRole('button', { name: 'Действия', exact: true }).click();
  await page.getByRole('menuitem', { name: 'Удалить стандарт' }).click();
  await expect(page.getByText(/копия» удалён/)).toBeVisible();
});

test('a branch stands under its head, and the table can leave branches out', async () => {
  await openClient('Молоко Заонежья');
  const tree = page.getByRole('table').filter({ hasText: 'С\u00a0филиалами' });
  await tree.scrollIntoViewIfNeeded();
  await expect(tree.getByRole('row', { name: /Сыроварня Олонец/ })).toBeVisible();
  await takeScreenshot(page, 'family');
  await tree.getByRole('button', { name: 'Молочный двор Сегежа' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Молочный двор Сегежа' })).toBeVisible();
  await page.getByRole('button', { name: 'Изменить головную компанию' }).click();
  const dialog = page.getByRole('dialog', { name: /^Чей это филиал/ });
  await choose(page, dialog, 'Головная компания', 'Сыроварня Олонец, ООО');
  await dialog.getByRole('button', { name: 'Сохранить' }).click();
  await expect(page.getByText('теперь филиал компании «Сыроварня Олонец»')).toBeVisible();
  // A head that was put away is still the head: the dialog says so.
  await page.getByRole('button', { name: 'Сыроварня Олонец', exact: true }).first().click();
  await page.getByRole('button', { name: 'Действия с клиентом' }).click();
  await page.getByRole('menuitem', { name: 'В архив' }).click();
  await page.getByRole('button', { name: 'Молочный двор Сегежа' }).first().click();
  await page.getByRole('button', { name: 'Изменить головную компанию' }).click();
  await expect(dialog.getByRole('combobox', { name: 'Головная компания' })).toHaveValue('Сыроварня Олонец');
  // The list of clients first, then the dialog.
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
  await page.getByRole('button', { name: 'Сыроварня Олонец', exact: true }).first().click();
  await page.getByRole('button', { name: 'Вернуть из архива' }).click();
  await page.getByRole('button', { name: 'Молочный двор Сегежа' }).first().click();
  // Why the relation is what it is, sign by sign.
  await page.getByRole('button', { name: /^Состояние: / }).click();
  await takeScreenshot(page, 'health');
  await page.keyboard.press('Escape');

  await goToSection(page, 'Клиенты');
  await takeScreenshot(page, 'clients-branches');
  await expect(page.getByLabel('филиал: Сыроварня Олонец')).toBeVisible();
  await page.getByRole('button', { name: /^Головные/ }).click();
  await expect(page.getByLabel('филиал: Сыроварня Олонец')).toBeHidden();

  await page.getByRole('button', { name: 'Настройки', exact: true }).click();
  await page.getByRole('button', { name: 'Язык', exact: true }).click();
  await page.getByText('English', { exact: true }).click();
  await page.getByRole('button', { name: 'Dossier standard' }).click();
  await expect(page.getByRole('heading', { level: 2, name: 'Dossier standard' })).toBeVisible();
  await takeScreenshot(page, 'standards-en');
  // The narrowest usual window, in English.
  await page.getByRole('button', { name: 'Молоко Заонежья' }).first().click();
  await expect(page.getByRole('heading', { level: 2, name: 'Manufacturer' })).toBeVisible();
  await setWindowSize(kamerton.app, 1280, 720);
  await takeScreenshot(page, 'standard-dossier-en');
  expect(kamerton.problems()).toEqual([]);
});
