import { expect, test, type Page } from '@playwright/test';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { OwnFieldKey } from '../../shared/domain/detailFields.ts';
import { docxPart } from '../support/docx.ts';
import { readExported } from '../support/exported.ts';
import { setWindowSize, takeScreenshot, type LaunchedApp } from '../support/launchApp.ts';
import {
  ask,
  compose,
  documentPage,
  exportDocx,
  goToSection,
  newestProposal,
  openExample,
  startApp,
  startProposal,
  typeIntoSection,
  waitUntilSaved,
} from '../support/steps.ts';

// A department's own field is put into a proposal as any other, filled from the dossier and explained when it is gone.

let kamerton: LaunchedApp;
let page: Page;
let folder: string;
test.beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'kamerton-own-fields-'));
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
const panel = () => page.getByRole('tabpanel', { name: /Проверка/ });
const chips = () => documentPage(page).locator('.k-field');
const addOwnField = async (label: string, kind: string) => {
  await page.getByRole('button', { name: 'Добавить поле' }).click();
  await page.getByRole('menuitem', { name: 'Своё поле…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Новое поле' });
  await dialog.getByLabel('Название').fill(label);
  await dialog.getByRole('combobox', { name: 'Что\u00a0в\u00a0нём', exact: true }).click();
  await page.getByRole('option', { name: kind, exact: true }).click();
  await dialog.getByRole('button', { name: 'Добавить' }).click();
  await expect(dialog).toBeHidden();
};
const openStandard = async (name = 'Медицинское учреждение') => {
  await page.getByRole('button', { name: 'Настройки', exact: true }).click();
  await page.getByRole('button', { name: 'Стандарт досье' }).click();
  await page.getByRole('button', { name: new RegExp(`^${name}`) }).click();
};
const openNewestProposal = async () => {
  await goToSection(page, 'Предложения');
  await page
    .getByText((await newestProposal(page)).proposal.number)
    .first()
    .click();
  await expect(documentPage(page)).toBeVisible({ timeout: 20_000 });
};

test('own fields of the department are offered, filled, exported, and missed with a reason', async () => {
  await openStandard();
  await addOwnField('Кислородных станций', 'число');
  await addOwnField('Поверка манометров', 'день');

  await goToSection(page, 'Клиенты');
  await page.getByRole('button', { name: clinic }).first().click();
  await expect(page.getByRole('heading', { level: 1, name: clinic })).toBeVisible();
  const { fields } = await ask(page, 'standards.ownFields', {});
  const keyOf = (label: string): OwnFieldKey => {
    const field = fields.find((one) => one.label === label);
    if (field === undefined) throw new Error(`no field ${label}`);
    return field.key;
  };
  await page.getByRole('button', { name: /^Кислородных станций/ }).click();
  await page.keyboard.type('12400');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: /^Кислородных станций: 12/ })).toBeVisible();

  await startProposal(page);
  await compose(page);
  await typeIntoSection(page, 'role-technical', 'Ваших станций: ');
  const menu = page.getByRole('button', { name: 'Поле', exact: true });
  await menu.click();
  const search = page.getByRole('textbox', { name: 'Найти поле' });
  await search.fill('станц');
  const offered = page.getByRole('dialog').getByRole('button', { name: /^Кислородных станций/ });
  await expect(page.getByText('Свои поля отдела')).toBeVisible();
  await expect(offered).toContainText('12\u00a0400');
  await takeScreenshot(page, 'ru-light-own-fields-menu');
  await offered.click();
  await expect(chips().filter({ hasText: '12\u00a0400' })).toBeVisible();

  await page.keyboard.press('Enter');
  await page.keyboard.type('/пов');
  const slash = page.getByRole('listbox', { name: 'Вставить блок' });
  await expect(slash.getByRole('option', { name: 'Поверка манометров' })).toBeVisible();
  await takeScreenshot(page, 'ru-light-own-fields-slash');
  await page.keyboard.press('Enter');
  await expect(chips().filter({ hasText: 'Поверка манометров' })).toHaveClass(/k-field-empty/);
  await waitUntilSaved(page);

  await page.getByRole('tab', { name: /Проверка/ }).click();
  await expect(panel().getByText(/Поле «Поверка манометров» пустое/)).toBeVisible({ timeout: 20_000 });
  const exported = await exportDocx(page, kamerton.app, folder);
  expect(readExported(exported).text).toContain('Ваших станций: 12 400');
  expect(docxPart(readFileSync(exported))).toContain(`w:val="${keyOf('Кислородных станций')}"`);

  // The department takes the field back: its name stays, the check and the field itself say why it is empty.
  await openStandard();
  const row = page.getByRole('row', { name: /^Поверка манометров/ });
  await row.getByRole('button', { name: /^Убрать поле/ }).click();
  await openNewestProposal();
  await page.getByRole('tab', { name: /Проверка/ }).click();
  await expect(
    panel().getByText(/«Поверка манометров» больше не\u00a0спрашивает ни\u00a0один стандарт/),
  ).toBeVisible({ timeout: 20_000 });
  await chips().filter({ hasText: 'Поверка манометров' }).click();
  await expect(
    page.getByText('Этого поля больше не\u00a0спрашивает ни\u00a0один стандарт досье.'),
  ).toBeVisible();
  for (const theme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme: theme });
    await expect(page.locator('html')).toHaveAttribute('data-mantine-color-scheme', theme);
    await takeScreenshot(page, `ru-${theme}-own-field-gone`);
  }
  await page.keyboard.press('Escape');
});

test('a table of clients brings them in, fields of one name and kind as one column', async () => {
  await page.emulateMedia({ colorScheme: 'light' });
  await openStandard('Дистрибьютор');
  await addOwnField('кислородных станций', 'число');
  await addOwnField('Резерв на операционных', 'строка');
  await goToSection(page, 'Клиенты');
  await page.getByRole('button', { name: 'Обмен с другими программами' }).click();
  await page.getByRole('menuitem', { name: 'Загрузить из Excel…' }).click();
  await page
    .getByRole('textbox', { name: 'Или вставьте строки, скопированные в Excel' })
    .fill(
      'Название\tГород\tКислородных станций\nБольница на Свири\tПодпорожье\tпять\nСанаторий «Дюны»\tСестрорецк\t2',
    );
  await page.getByRole('button', { name: 'Разобрать вставленное' }).click();
  const dialog = page.getByRole('dialog', { name: 'Загрузка таблицы: вставленные строки' });
  const column = dialog.getByRole('combobox', { name: 'кислородных станций' });
  await expect(column).toHaveValue('Кислородных станций');
  await column.scrollIntoViewIfNeeded();
  await expect(dialog.getByRole('combobox', { name: /^кислородных станций/i })).toHaveCount(1);
  for (const standard of ['Дистрибьютор', 'Медицинское учреждение'])
    await expect(
      dialog.getByRole('combobox', { name: `Резерв на операционных (${standard})`, exact: true }),
    ).toBeVisible();
  for (const theme of ['dark', 'light'] as const) {
    await page.emulateMedia({ colorScheme: theme });
    await expect(page.locator('html')).toHaveAttribute('data-mantine-color-scheme', theme);
    await takeScreenshot(page, `ru-${theme}-own-fields-import`);
  }
  await dialog.getByRole('button', { name: 'Проверить строки' }).click();
  await expect(dialog.getByText(/«кислородных станций»: «пять»\u00a0— не\u00a0число/)).toBeVisible();
  await takeScreenshot(page, 'ru-light-own-fields-import-check');
  await dialog.getByRole('button', { name: 'Загрузить 2 строки' }).click();
  await expect(dialog.getByText('Новых записей 2')).toBeVisible();
  await dialog.getByRole('button', { name: 'Закрыть', exact: true }).last().click();
});

test('a block of the library takes them too, in English as well', async () => {
  await page.getByRole('button', { name: 'Настройки', exact: true }).click();
  await page.getByRole('button', { name: 'Язык', exact: true }).click();
  await page.getByText('English', { exact: true }).click();
  await page.getByRole('navigation').getByRole('button', { name: 'Library' }).click();
  await page.getByRole('textbox', { name: 'A word of the title or text' }).fill('подменного компрессора');
  await page.getByRole('button', { name: 'Условия, которых нет у других' }).click();
  await page.getByRole('complementary').getByRole('button', { name: 'Edit' }).click();
  await page.getByRole('textbox', { name: 'Text of the argument' }).click();
  await page.getByRole('button', { name: 'Field', exact: true }).click();
  await page.getByRole('textbox', { name: 'Find a field' }).fill('станц');
  await expect(page.getByText('Fields of the department: Distributor, Medical institution')).toBeVisible();
  for (const theme of ['dark', 'light'] as const) {
    await page.emulateMedia({ colorScheme: theme });
    await expect(page.locator('html')).toHaveAttribute('data-mantine-color-scheme', theme);
    await takeScreenshot(page, `en-${theme}-own-fields-menu`);
  }
  await page
    .getByRole('dialog')
    .getByRole('button', { name: /^Кислородных станций/i })
    .click();
  await expect(page.locator('.k-field').filter({ hasText: /Кислородных станций/i })).toBeVisible();
  await takeScreenshot(page, 'en-light-own-field-block');
  expect(kamerton.problems()).toEqual([]);
});
