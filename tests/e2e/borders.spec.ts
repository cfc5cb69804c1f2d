import { expect, test, type Page } from '@playwright/test';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ProposalId } from '../../shared/domain/ids.ts';
import { chooseOpenPaths, setWindowSize, takeScreenshot, type LaunchedApp } from '../support/launchApp.ts';
import { outlineOf } from '../support/outline.ts';
import {
  ask,
  compose,
  documentPage,
  goToSection,
  newestProposal,
  openExample,
  startApp,
  startProposal,
  waitUntilSaved,
} from '../support/steps.ts';

// Keys at the borders of what a proposal is made of: sections, arguments, own blocks, tables and page breaks.

const folder = mkdtempSync(join(tmpdir(), 'kamerton-borders-'));
test.afterAll(() => rmSync(folder, { recursive: true, force: true }));

let app: LaunchedApp;
let page: Page;
let proposalId: ProposalId;
let composed: string;

test.beforeAll(async () => {
  app = await startApp('ru');
  page = await app.window();
  await openExample(page);
  await goToSection(page, 'Клиенты');
  await page.getByText('Тихвинский фарфор').first().click();
  await startProposal(page);
  await compose(page);
  proposalId = (await newestProposal(page)).proposal.id;
  composed = await saved();
});

test.afterAll(async () => app.close());

test.afterEach(async () => {
  // Each of these is a few steps of undo at most, and undo brings back all of it.
  for (let step = 0; step < 8 && (await saved()) !== composed; step += 1) {
    await documentPage(page).focus();
    await page.keyboard.press('Control+Z');
  }
  expect(await saved()).toBe(composed);
});

async function saved(): Promise<string> {
  await page.keyboard.press('Control+S');
  await waitUntilSaved(page);
  return outlineOf((await ask(page, 'proposals.get', { id: proposalId })).proposal.document.root);
}

const countOf = (outline: string, line: RegExp) => outline.match(new RegExp(line, 'gm'))?.length ?? 0;
const sections = /^section /;
const priceTable = () => documentPage(page).locator('.k-block-priceTable');

/** Puts the caret at the beginning or the end of a block of text. */
async function goTo(text: string, key: 'Home' | 'End'): Promise<void> {
  const line = documentPage(page).locator('p, h2, h3').filter({ hasText: text }).first();
  await line.scrollIntoViewIfNeeded();
  await line.click({ position: { x: 4, y: 4 } });
  // Home and End know only the row of a paragraph that has several.
  await line.evaluate((element, toEnd) => {
    const range = document.createRange();
    range.selectNodeContents(element);
    range.collapse(!toEnd);
    getSelection()?.removeAllRanges();
    getSelection()?.addRange(range);
  }, key === 'End');
}

test('an empty line in the middle of a section or an argument does not cut it in two', async () => {
  await goTo('чем рискует поставщик', 'End');
  for (const key of ['Enter', 'Enter']) await page.keyboard.press(key);
  await page.keyboard.type('Ниже');
  await goTo('войдут три условия', 'End');
  for (const key of ['Enter', 'Enter']) await page.keyboard.press(key);
  await page.keyboard.type('В доводе');
  const now = await saved();
  expect(countOf(now, sections)).toBe(countOf(composed, sections));
  expect(countOf(now, /^ {2}argument /)).toBe(countOf(composed, /^ {2}argument /));
  expect(now).toContain('\n  paragraph |\n  paragraph | Ниже\n');
  expect(now).toContain('\n    paragraph |\n    paragraph | В доводе\n');
});

test('Backspace before the heading of a section and Delete at the end of one leave both sections whole', async () => {
  await goTo('Условия, закреплённые', 'Home');
  await page.keyboard.press('Backspace');
  await goTo('Если для\u00a0решения нужны другие условия', 'End');
  await page.keyboard.press('Delete');
  expect(await saved()).toBe(composed);
});

test('Backspace and Delete beside an own block choose it first', async () => {
  await goTo('Условия поставки', 'Home');
  await page.keyboard.press('Backspace');
  await expect(priceTable()).toHaveClass(/ProseMirror-selectednode/);
  expect(await saved()).toBe(composed);
  await page.keyboard.press('Backspace');
  await expect(priceTable()).toHaveCount(0);
  await page.keyboard.press('Control+Z');
  await goTo('Эти люди считали станцию', 'End');
  await page.keyboard.press('Delete');
  await expect(documentPage(page).locator('.k-block-team')).toHaveClass(/ProseMirror-selectednode/);
  // It ends its section: the caret stays in it.
  await page.keyboard.press('Backspace');
  await page.keyboard.type('!');
  expect(await saved()).toMatch(/Эти°?.*!\nsection /);
});

test('Backspace at the beginning of an argument and Delete above it join two lines, as anywhere', async () => {
  await goTo('В договор для', 'Home');
  await page.keyboard.press('Backspace');
  await page.keyboard.type(' Дальше. ');
  const joined = await saved();
  expect(joined).toMatch(/лично\. Дальше\. (\[bold: )?В°?\s?договор для/);
  // The rest of the argument keeps the reasons why it is here.
  expect(countOf(joined, /^ {2}argument /)).toBe(countOf(composed, /^ {2}argument /));
  await goTo('подменный компрессор закреплён', 'End');
  await page.keyboard.press('Delete');
  expect(await saved()).toMatch(/другим заказчикам\.\[bold: 14/);
});

test('letters typed while the price table is chosen stand below it', async () => {
  await priceTable().scrollIntoViewIfNeeded();
  await priceTable().click({ position: { x: 40, y: 120 } });
  await expect(priceTable()).toHaveClass(/ProseMirror-selectednode/);
  await page.keyboard.press('x');
  // Words of an input method come without keys.
  await page.keyboard.insertText(' и слово');
  expect(await saved()).toMatch(/\n {2}priceTable .*\n {2}paragraph \| x и слово\n/);
});

test('what is typed after a page break at the end of a paragraph begins the new page', async () => {
  await goTo('Если для\u00a0решения нужны другие условия', 'End');
  await page.keyboard.press('Control+Enter');
  await page.keyboard.type('На новой странице');
  expect(await saved()).toContain('\n  pageBreak\n  paragraph | На новой странице\nsection ');
});

test('the caret goes below a table that ends its section', async () => {
  await goTo('Если для\u00a0решения нужны другие условия', 'End');
  await page.keyboard.press('Enter');
  await page.keyboard.type('/таблица');
  await page.keyboard.press('Enter');
  for (let cell = 1; cell < 9; cell += 1) await page.keyboard.press('Tab');
  await page.keyboard.type('9');
  await page.keyboard.press('ArrowDown');
  await expect(documentPage(page).locator('.ProseMirror-gapcursor')).toBeAttached();
  await takeScreenshot(page, 'caret-below-table-ru-light');
  await page.keyboard.press('x');
  expect(await saved()).toContain('paragraph | 9\n  paragraph | x\nsection ');
});

test('after a table was pasted at the end of a section, what is typed stands below it', async () => {
  await goTo('Если для\u00a0решения нужны другие условия', 'End');
  await page.keyboard.press('Enter');
  await page.evaluate(() => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/html', '<table><tr><td>А</td><td>Б</td></tr></table>');
    clipboardData.setData('text/plain', 'А\tБ');
    document.activeElement?.dispatchEvent(
      new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }),
    );
  });
  await page.keyboard.press('x');
  expect(await saved()).toContain('paragraph | Б\n  paragraph | x\nsection ');
});

test('sections pasted into another stand after it and in the outline', async () => {
  await documentPage(page).focus();
  await page.keyboard.press('Control+A');
  await page.keyboard.press('Control+C');
  await goTo('Эти люди считали станцию', 'End');
  await page.keyboard.press('Control+V');
  const outline = page.getByRole('navigation', { name: 'Состав' });
  await expect(outline.getByRole('button', { name: 'Цены', exact: true })).toHaveCount(2);
  const now = await saved();
  expect(countOf(now, /^ +section /)).toBe(0);
  expect(countOf(now, sections)).toBe(2 * countOf(composed, sections));
});

test('a section comes back where it stood whatever was typed since it was taken out', async () => {
  const outline = page.getByRole('navigation', { name: 'Состав' });
  const row = outline.getByRole('listitem').filter({ hasText: 'Особые условия' });
  // The outline follows the page a moment later: the test before left each section twice.
  await expect(row).toHaveCount(1);
  await row.hover();
  await row.getByRole('button', { name: /^Действия с разделом/ }).click();
  await page.getByRole('menuitem', { name: 'Убрать из предложения' }).click();
  await expect(row).toHaveCount(0);
  await goTo('Эти люди считали станцию', 'End');
  await page.keyboard.type(' Звоните.');
  await page.getByRole('button', { name: 'Вернуть', exact: true }).last().click();
  await expect(row).toBeVisible();
  const now = await saved();
  expect(now).toContain('Звоните.');
  expect(now.replace(/[ °]Звоните\./, '')).toBe(composed);
});

test('the outline adds a section of a name and moves one by the mouse, a step of undo each', async () => {
  const outline = page.getByRole('navigation', { name: 'Состав' });
  const rows = outline.getByRole('listitem');
  const before = await rows.allInnerTexts();
  await outline.getByRole('button', { name: 'Суть на одной странице', exact: true }).click();
  await outline.getByRole('button', { name: 'Добавить раздел' }).click();
  await page.keyboard.type('Опыт');
  await page.keyboard.press('Enter');
  await page.keyboard.type('Строка');
  expect(await saved()).toMatch(
    /\nsection .*Опыт.*\n {2}heading .*\| Опыт\n {2}paragraph \| Строка\nsection /,
  );
  const added = rows.filter({ hasText: 'Опыт' });
  await expect(added).toHaveCount(1);
  await added.dragTo(rows.first(), { targetPosition: { x: 40, y: 2 } });
  await expect(rows.first()).toHaveText('Опыт');
  await documentPage(page).focus();
  await page.keyboard.press('Control+Z');
  await expect(rows.first()).toHaveText(before[0] ?? '');
  await expect(added).toHaveCount(1);
});

test('a picture that ends a section is chosen, and letters stand below it', async () => {
  const path = join(folder, 'Схема.png');
  writeFileSync(path, await page.screenshot({ clip: { x: 0, y: 0, width: 240, height: 120 } }));
  await chooseOpenPaths(app.app, [path]);
  await goTo('Если для\u00a0решения нужны другие условия', 'End');
  await page.keyboard.press('Enter');
  await page.keyboard.type('/изображение');
  await page.keyboard.press('Enter');
  await expect(documentPage(page).locator('.k-picture')).toHaveClass(/ProseMirror-selectednode/);
  await page.keyboard.press('x');
  expect(await saved()).toMatch(/\n {2}image \(.*\)\n {2}paragraph \| x\nsection /);
});

test('in the smallest window every tool is in sight', async () => {
  await setWindowSize(app.app, 1180, 720);
  await takeScreenshot(page, 'toolbar-smallest-ru-light');
  const tools = page.getByRole('toolbar', { name: 'Оформление текста' });
  await expect.poll(() => tools.evaluate((bar) => bar.scrollWidth - bar.clientWidth)).toBe(0);
});

test('none of it troubles the window or its content policy', () => expect(app.problems()).toEqual([]));
