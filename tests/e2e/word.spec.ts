import { expect, test, type Page } from '@playwright/test';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { plainWords } from '../../shared/document/printedFigure.ts';
import { findAll } from '../../shared/document/walk.ts';
import { changeRow, deletedRun, editedWord, insertedRun, withCell } from '../support/editedWord.ts';
import { chooseOpenPaths, takeScreenshot, type LaunchedApp } from '../support/launchApp.ts';
import { ask, documentPage, goToSection, openExample, startApp, waitUntilSaved } from '../support/steps.ts';

// Word files into the open proposal, and the proposal as the file that Word will show.

const fixture = join(import.meta.dirname, '..', 'fixtures', 'word', 'libreoffice.docx');

let app: LaunchedApp;
let page: Page;

test.beforeAll(async () => {
  app = await startApp('ru');
  page = await app.window();
  await openExample(page);
  const { rows } = await ask(page, 'proposals.list', { accountId: null });
  const first = rows.find(({ status }) => status === 'draft');
  if (!first) throw new Error('The example has no draft');
  await goToSection(page, 'Предложения');
  await page.getByText(first.number).first().click();
  await expect(documentPage(page)).toBeVisible();
});

test.afterAll(async () => app.close());

/** Drops a file on the page, as from a folder beside the window. */
async function drop(name: string, base64: string): Promise<void> {
  await documentPage(page).evaluate(
    (element, given) => {
      const bytes = Uint8Array.from(atob(given.base64), (character) => character.charCodeAt(0));
      const data = new DataTransfer();
      data.items.add(new File([bytes], given.name));
      const box = element.getBoundingClientRect();
      const at = { clientX: box.left + 200, clientY: box.top + 200 };
      element.dispatchEvent(
        new DragEvent('drop', { bubbles: true, cancelable: true, dataTransfer: data, ...at }),
      );
    },
    { name, base64 },
  );
}

test('a Word file is shown before it comes in, comes in at once and goes out with one undo', async () => {
  await chooseOpenPaths(app.app, [fixture]);
  const before = await documentPage(page).textContent();
  await documentPage(page).locator('p').first().click();
  await page.getByRole('button', { name: 'Вставить блок' }).click();
  await page.getByRole('menuitem', { name: 'Из файла Word…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Вставка из файла Word' });
  await expect(dialog).toContainText('libreoffice.docx');
  await expect(dialog).toContainText('Регламент обслуживания');
  await expect(dialog).toContainText('1 таблица');
  await takeScreenshot(page, 'word-insert-ru-light');
  await dialog.getByRole('button', { name: 'Вставить' }).click();
  await expect(documentPage(page)).toContainText('Между списками.');
  await expect(documentPage(page).locator('ol[start="4"]')).toContainText('Оплата');
  await waitUntilSaved(page);
  await page.keyboard.press('Control+Z');
  await expect(documentPage(page)).not.toContainText('Между списками.');
  expect(await documentPage(page).textContent()).toBe(before);
});

test('a file dropped on the page is asked about too, and a file of old Word says what to do', async () => {
  await drop('Регламент.docx', readFileSync(fixture).toString('base64'));
  const dialog = page.getByRole('dialog', { name: 'Вставка из файла Word' });
  await expect(dialog).toContainText('Регламент.docx');
  await dialog.getByRole('button', { name: 'Отмена' }).click();
  const old = Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(600)]);
  await drop('Старый.doc', old.toString('base64'));
  await expect(page.getByText('Файл в старом формате .doc')).toBeVisible();
  await expect(dialog).toBeHidden();
});

test('what the client changed in blocks of ours is told before the file comes in, and prices stay ours', async () => {
  const { rows } = await ask(page, 'proposals.list', { accountId: null });
  const id = rows.find(({ status }) => status === 'draft')?.id ?? '';
  const { docx } = await ask(page, 'proposals.preview', { id });
  const { proposal } = await ask(page, 'proposals.get', { id });
  const [table] = findAll(proposal.document.root, 'priceTable');
  const [first, second] = table?.attrs.table.items ?? [];
  if (first === undefined || second === undefined) throw new Error('The example’s draft has no prices');
  const returned = editedWord(docx, (xml) => {
    const dated = xml.replaceAll(/до(\s)\d+\sянваря/g, 'до$131\u00a0января');
    const bought = changeRow(dated, plainWords(first.title), (row) =>
      withCell(row, 2, deletedRun('1') + insertedRun('7')),
    );
    return changeRow(bought, plainWords(second.title), () => '');
  });
  await drop('От клиента.docx', returned.toString('base64'));
  const dialog = page.getByRole('dialog', { name: 'Вставка из файла Word' });
  await expect(dialog).toContainText(/Блок «Срок действия»: в\sфайле «[^»]*до\s31\sянваря/);
  // What the client left alone is not told.
  await expect(dialog).not.toContainText('Блок «Подпись»');
  const prices = dialog.getByRole('region', { name: 'Таблица цен: что изменил клиент' });
  await expect(prices).toContainText(
    `«${plainWords(first.title)}»: кол-во ${first.quantityMilli / 1000} → 7`,
  );
  await expect(prices).toContainText(`Строка «${plainWords(second.title)}» убрана`);
  await expect(prices).toContainText(/Всего к\sоплате: в\sфайле .*, по\sпересчёту/);
  await takeScreenshot(page, 'word-prices-ru-light');
  const before = await documentPage(page).textContent();
  await dialog.getByRole('button', { name: 'Вставить' }).click();
  const paper = documentPage(page).locator('.k-block-priceTable');
  await expect(paper).toHaveCount(1);
  await expect(paper).toContainText(plainWords(first.title));
  await expect(paper).not.toContainText(plainWords(second.title));
  await waitUntilSaved(page);
  await page.keyboard.press('Control+Z');
  // Sums in the text follow the table after a moment.
  await expect.poll(() => documentPage(page).textContent()).toBe(before);
  await drop('От клиента.docx', returned.toString('base64'));
  await dialog.getByRole('button', { name: 'Взять только цены' }).click();
  await expect(paper).not.toContainText(plainWords(second.title));
  await expect(paper.getByText(plainWords(first.title))).toBeInViewport();
  await takeScreenshot(page, 'word-prices-taken-ru-light');
  await expect(documentPage(page).locator('h1')).toHaveCount(1);
  await waitUntilSaved(page);
  await page.keyboard.press('Control+Z');
  await expect.poll(() => documentPage(page).textContent()).toBe(before);
});

test('the file itself stands beside the page and follows what is typed', async () => {
  await page.keyboard.press('Control+Shift+KeyP');
  const pane = page.getByRole('region', { name: 'Как файл выглядит в Word' });
  const file = pane.frameLocator('iframe');
  await expect(file.locator('section.docx').first()).toBeVisible();
  await expect(pane).toContainText(/\d+ страниц/);
  await expect(file.locator('body')).toContainText('КОММЕРЧЕСКОЕ', { ignoreCase: true });
  await expect(file.locator('body')).toContainText(/000\u{2011}40\u{2011}20/u);
  await documentPage(page).locator('p').last().click();
  await page.keyboard.press('End');
  await page.keyboard.type(' Проверено дважды');
  await expect(file.locator('body')).toContainText('Проверено дважды');
  await takeScreenshot(page, 'word-preview-ru-light');
  await pane.getByRole('button', { name: 'Закрыть «Как в Word»' }).click();
  await expect(pane).toBeHidden();
  expect(app.problems()).toEqual([]);
});
