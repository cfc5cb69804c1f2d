import { expect, test, type Page } from '@playwright/test';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ProposalId } from '../../shared/domain/ids.ts';
import { docxPart, pdfText } from '../support/docx.ts';
import { setWindowSize, takeScreenshot, type LaunchedApp } from '../support/launchApp.ts';
import {
  ask,
  documentPage,
  exportAnyway,
  goToSection,
  openExample,
  saveInto,
  startApp,
  waitUntilSaved,
} from '../support/steps.ts';

// What a document has beside its text: numbers of headings, a table of contents, and the same of it in the files.

const folder = mkdtempSync(join(tmpdir(), 'kamerton-document-'));
let app: LaunchedApp;
let page: Page;
let proposalId: ProposalId;

test.beforeAll(async () => {
  app = await startApp('ru');
  page = await app.window();
  await setWindowSize(app.app, 1440, 900);
  await openExample(page);
  const { rows } = await ask(page, 'proposals.list', { accountId: null });
  const draft = rows.find(({ status }) => status === 'draft');
  if (!draft) throw new Error('The example has no draft');
  proposalId = draft.id;
  await goToSection(page, 'Предложения');
  await page.getByText(draft.number).first().click();
  await expect(documentPage(page)).toBeVisible();
});

test.afterAll(async () => {
  await app.close();
  rmSync(folder, { recursive: true, force: true });
});

async function storedRoot() {
  await page.keyboard.press('Control+S');
  await waitUntilSaved(page);
  return (await ask(page, 'proposals.get', { id: proposalId })).proposal.document.root;
}

/** Presses an item of the menu beside «Экспорт в DOCX»; answers the path of the written file. */
async function exportBy(item: RegExp | null, done: string): Promise<string> {
  const dialog = await saveInto(app.app, folder);
  if (item === null) await page.getByRole('button', { name: 'Экспорт в DOCX' }).click();
  else {
    await page.getByRole('button', { name: 'Другие виды экспорта' }).click();
    await page.getByRole('menuitem', { name: item }).click();
  }
  await exportAnyway(page);
  await expect(page.getByText(done).first()).toBeVisible({ timeout: 60_000 });
  const path = join(folder, await dialog.proposed());
  await page.locator('.mantine-Notification-closeButton').first().click();
  return path;
}

const letters = (text: string) => text.replaceAll(/[\s\u00a0]+/g, '');

test('headings count, and a table of contents lists them on the page and in the files', async () => {
  const first = documentPage(page).locator('section').first();
  await first.locator('p').last().click();
  await page.keyboard.press('End');
  await page.getByRole('button', { name: 'Вставить блок' }).click();
  await page.getByRole('menuitem', { name: 'Оглавление' }).click();
  const contents = documentPage(page).getByRole('group', { name: 'Оглавление' });
  await expect(contents.getByText('Содержание')).toBeVisible();

  await page.getByRole('button', { name: /^Стиль абзаца/ }).click();
  await page.getByRole('menuitem', { name: 'Нумеровать заголовки' }).click();
  const heading = documentPage(page).locator('h2[data-number="2."]');
  await expect(heading).toHaveCount(1);
  const title = await heading.innerText();
  const line = contents.getByRole('link', { name: `2. ${title}` });
  await expect(line).toBeVisible();
  const outline = page.getByRole('navigation', { name: 'Состав' });
  await expect(outline.getByText('2.', { exact: true })).toBeVisible();
  await contents.scrollIntoViewIfNeeded();
  await takeScreenshot(page, 'document-contents-ru');

  await line.click();
  await expect(heading).toBeInViewport();
  const root = await storedRoot();
  expect(root.attrs).toEqual({ headingNumbers: true });

  const docx = readFileSync(await exportBy(null, 'Файл сохранён и сверен с документом'));
  const anchor = /<w:hyperlink w:anchor="(_Toc\d+)"(?:(?!<\/w:hyperlink>).)*<w:t[^>]*>2\. /.exec(
    docxPart(docx),
  );
  expect(anchor?.[1]).toBeDefined();
  expect(docxPart(docx)).toContain(`w:name="${anchor?.[1]}"`);
  const printed = letters(await pdfText(await exportBy(/^Экспорт в PDF/, 'PDF сохранён')));
  expect(printed.split(letters(`2. ${title}`)).length).toBeGreaterThan(2);

  await page.getByRole('button', { name: 'Отменить', exact: true }).click();
  await expect(documentPage(page).locator('[data-number]')).toHaveCount(0);
});

async function pagesOf(pdf: string): Promise<string[]> {
  return (await pdfText(pdf))
    .split('\f')
    .map(letters)
    .filter((text) => text !== '');
}

test('a draft goes round with its mark on every page, in a file that says so in its name', async () => {
  const docx = await exportBy(/^DOCX с пометкой/, 'Черновик сохранён и\u00a0сверен с\u00a0документом');
  expect(docx).toMatch(/_черновик\.docx$/);
  expect(docxPart(readFileSync(docx), 'word/header1.xml')).toContain('string="ЧЕРНОВИК"');
  const pdf = await exportBy(/^PDF с пометкой/, 'PDF с\u00a0пометкой «Черновик» сохранён');
  expect(pdf).toMatch(/_черновик\.pdf$/);
  const marked = await pagesOf(pdf);
  const clean = await pagesOf(await exportBy(/^Экспорт в PDF/, 'PDF сохранён'));
  expect(marked.length).toBe(clean.length);
  expect(clean.length).toBeGreaterThan(1);
  // The mark runs across the lines, so its letters are read between them: they are what a marked page has more.
  marked.forEach((text, at) => {
    const more = [...text];
    for (const letter of clean[at] ?? '') more.splice(more.indexOf(letter), 1);
    expect(more.toSorted().join('')).toBe('ЧЕРНОВИК'.split('').toSorted().join(''));
  });
});

test('what the file lacks is listed under the page, and a press goes to its place', async () => {
  const root = await storedRoot();
  const { proposal } = await ask(page, 'proposals.get', { id: proposalId });
  // A picture whose bytes are no picture: the file is written without it, and the comparison finds it out.
  const broken = {
    type: 'image' as const,
    attrs: {
      src: 'data:image/png;base64,AAAA',
      alt: 'Схема станции',
      width: 200,
      height: 80,
      align: null,
      caption: null,
    },
  };
  await goToSection(page, 'Предложения');
  await ask(page, 'proposals.saveDocument', {
    id: proposalId,
    baseRevision: proposal.revision,
    document: { schemaVersion: 1, root: { ...root, content: [...root.content, broken] } },
  });
  await page.reload();
  await goToSection(page, 'Предложения');
  await page.getByText(proposal.number).first().click();
  await expect(documentPage(page)).toBeVisible();
  const dialog = await saveInto(app.app, folder);
  await page.getByRole('button', { name: 'Экспорт в DOCX' }).click();
  await exportAnyway(page);
  const report = page.getByRole('region', { name: 'Файл отличается от документа в 1 месте' });
  await expect(report).toBeVisible({ timeout: 60_000 });
  await dialog.proposed();
  const line = report.getByRole('row', { name: /Схема станции/ });
  await line.getByRole('button', { name: 'Показать' }).click();
  const picture = documentPage(page).locator('.ProseMirror-selectednode img');
  await expect(picture).toHaveAttribute('alt', 'Схема станции');
  await expect(picture).toBeInViewport();
  await takeScreenshot(page, 'document-differences-ru');
});
