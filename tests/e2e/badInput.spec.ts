import { expect, test, type Page } from '@playwright/test';
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { lockedFolder, withFullDisk } from '../support/badFolders.ts';
import { chooseSavePath, type LaunchedApp } from '../support/launchApp.ts';
import {
  addClient,
  compose,
  createVault,
  documentPage,
  exportAnyway,
  exportDocx,
  goToSection,
  rail,
  startApp,
  startProposal,
  typeIntoSection,
  waitUntilSaved,
} from '../support/steps.ts';
import { vaultProcessId } from '../support/vaultProcess.ts';

// Each thing that goes wrong gets its sentence with the next step, and nothing that was typed is lost.

const folder = mkdtempSync(join(tmpdir(), 'kamerton-bad-input-'));
let kamerton: LaunchedApp;
let page: Page;
const written = 'Этот текст должен уцелеть.';

test.describe.configure({ mode: 'serial' });
test.beforeAll(async () => {
  kamerton = await startApp();
  page = await kamerton.window();
  await createVault(page);
});
test.afterAll(async () => {
  await kamerton.close();
  rmSync(folder, { recursive: true, force: true });
});

async function openOnlyProposal(): Promise<void> {
  await goToSection(page, 'Предложения');
  await page
    .getByRole('row', { name: /Ромашка/ })
    .getByRole('button')
    .first()
    .click();
  await expect(documentPage(page)).toContainText(written);
}

async function expectRefusal(path: string, sentence: string): Promise<void> {
  await chooseSavePath(kamerton.app, path);
  await page.getByRole('button', { name: 'Экспорт в DOCX' }).click();
  await exportAnyway(page);
  const notice = page.getByRole('alert').filter({ hasText: sentence });
  await expect(notice).toBeVisible();
  await notice.getByRole('button').click();
  await expect(documentPage(page)).toContainText(written);
}

test('a client without people, and a reader without a name', async () => {
  await addClient(page, 'Ромашка');
  await startProposal(page);
  await expect(page.getByText('В досье нет людей')).toBeVisible();
  await expect(
    page.getByText('Предложение пишут под читателей. Добавьте хотя бы одного: имя, должность и роль.'),
  ).toBeVisible();
  await page.getByRole('button', { name: 'Собрать КП' }).click();
  await expect(page.getByText('Отметьте хотя бы одного читателя.')).toBeVisible();

  await page.getByLabel('Должность').fill('финансовый директор');
  await page.getByRole('button', { name: 'Добавить читателя' }).click();
  await expect(page.getByText('Впишите имя и фамилию: без них не получится обращение.')).toBeVisible();
  await expect(page.getByLabel('Должность')).toHaveValue('финансовый директор');
  await page.getByLabel('Фамилия').fill('Грач');
  await page.getByLabel('Имя', { exact: true }).fill('Мария');
  await page.getByLabel('Отчество').fill('Сергеевна');
  await page.getByRole('combobox', { name: 'Роль читателя' }).click();
  await page.getByRole('option', { name: 'финансовый директор' }).click();
  await page.getByRole('button', { name: 'Добавить читателя' }).click();
  await expect(page.getByRole('checkbox', { name: 'Грач Мария Сергеевна' })).toBeChecked();
});

test('a validity that has passed', async () => {
  const until = page.getByLabel('Действует до включительно');
  await until.fill('01.02.2020');
  await until.blur();
  await expect(page.getByText('Этот день уже прошёл. Укажите дату не раньше сегодняшней.')).toBeVisible();
  await page.getByRole('button', { name: 'Собрать КП' }).click();
  await expect(page.getByRole('heading', { name: 'Новое предложение' })).toBeVisible();
  await expect(page.getByRole('checkbox', { name: 'Грач Мария Сергеевна' })).toBeChecked();
  await page.getByRole('button', { name: '30 дн.' }).click();
  await compose(page);
  await typeIntoSection(page, 'role-finance', written);

  // And in the finished proposal: the document keeps the period it had.
  const printed = await documentPage(page)
    .getByText(/Предложение действительно с/)
    .innerText();
  await page.getByRole('tab', { name: 'Свойства' }).click();
  const last = page.getByLabel('До включительно', { exact: true });
  await last.fill('01.02.2020');
  await last.blur();
  await expect(
    page.getByText('Срок уже прошёл. Укажите дату не раньше сегодняшней: в документе пока прежний срок.'),
  ).toBeVisible();
  await expect(documentPage(page)).toContainText(printed);
  await waitUntilSaved(page);
});

test('the validity is not typed over, deleted or removed with everything else', async () => {
  const sheet = documentPage(page);
  const outline = page.getByRole('navigation', { name: 'Состав' });
  await outline.getByRole('button', { name: 'Срок действия', exact: true }).click();
  await expect(sheet.getByText(/Предложение действительно с/)).toBeInViewport();
  for (const key of ['Delete', 'Backspace', 'Control+KeyX', 'x']) {
    await page.keyboard.press(key);
    await expect(sheet).toContainText('Предложение действительно с');
  }

  await sheet.getByText(written).click();
  await page.keyboard.press('Control+KeyA');
  await page.keyboard.press('Delete');
  await expect(sheet).not.toContainText(written);
  await expect(sheet).toContainText('Предложение действительно с');
  await page.keyboard.press('Control+KeyZ');
  await expect(sheet).toContainText(written);
  await waitUntilSaved(page);
});

test('an export into a folder that refuses it, a folder that is gone, and a full disk', async () => {
  await expectRefusal(join(lockedFolder, 'КП.docx'), 'В эту папку нельзя записать');
  await expectRefusal(join(folder, 'такой папки нет', 'КП.docx'), 'Папка не найдена');
  const writer = await vaultProcessId(kamerton.app);
  if (writer === null) throw new Error('There is no vault process');
  await withFullDisk(folder, writer, async (full) => {
    const before = readdirSync(full);
    await expectRefusal(join(full, 'КП.docx'), 'На диске нет места');
    // Half a file would be worse than none.
    expect(readdirSync(full)).toEqual(before);
  });
  const path = await exportDocx(page, kamerton.app, folder);
  expect(existsSync(path)).toBe(true);
});

test('closing the dialog is no error', async () => {
  const button = page.getByRole('button', { name: 'Экспорт в DOCX' });
  const files = readdirSync(folder);
  const said = await page.getByRole('alert').allTextContents();
  await chooseSavePath(kamerton.app, null);
  await button.click();
  await exportAnyway(page);
  await expect(button).not.toHaveAttribute('data-loading');
  await expect(button).toBeEnabled();
  expect((await page.getByRole('alert').allTextContents()).filter((text) => !said.includes(text))).toEqual(
    [],
  );
  expect(readdirSync(folder)).toEqual(files);
});

test('a proposal whose client was deleted', async () => {
  await goToSection(page, 'Клиенты');
  await page.getByRole('grid').getByRole('button', { name: 'Ромашка' }).click();
  await page.getByRole('button', { name: 'Действия с клиентом' }).click();
  await page.getByRole('menuitem', { name: 'Удалить клиента' }).click();
  await expect(page.getByText('Клиент «Ромашка» удалён')).toBeVisible();
  await expect(page.getByText('Здесь будут ключевые клиенты')).toBeVisible();

  await openOnlyProposal();
  const banner = page.getByRole('alert').filter({ hasText: 'Клиент «Ромашка» удалён. Текст цел' });
  await expect(banner).toBeVisible();
  await expect(page.getByRole('button', { name: 'Экспорт в DOCX' })).toBeDisabled();
  await expect(documentPage(page)).toHaveAttribute('contenteditable', 'false');
  // Nothing beside the page looks as if it could be changed either.
  await expect(page.getByRole('button', { name: 'Добавить раздел' })).toHaveCount(0);
  await page.getByRole('tab', { name: 'Свойства' }).click();
  await expect(page.getByLabel('Название', { exact: true })).toBeDisabled();
  await banner.getByRole('button', { name: 'Вернуть клиента' }).click();
  await expect(banner).toHaveCount(0);
  await expect(documentPage(page)).toHaveAttribute('contenteditable', 'true');
  await expect(page.getByRole('button', { name: 'Экспорт в DOCX' })).toBeEnabled();
  await expect(rail(page)).toBeVisible();
  await goToSection(page, 'Клиенты');
  await expect(page.getByRole('grid').getByRole('button', { name: 'Ромашка' })).toBeVisible();
  expect(kamerton.problems()).toEqual([]);
});
