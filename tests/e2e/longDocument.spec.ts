import { expect, test, type Page } from '@playwright/test';
import type { BlockNode, SectionNode } from '../../shared/document/nodes.ts';
import { BlockId } from '../../shared/domain/ids.ts';
import type { ProposalId } from '../../shared/domain/ids.ts';
import { takeScreenshot, type LaunchedApp } from '../support/launchApp.ts';
import { outlineOf } from '../support/outline.ts';
import { ask, documentPage, goToSection, openExample, startApp, waitUntilSaved } from '../support/steps.ts';

// A long document is drawn where it is looked at, and as a whole for a screen reader alone: what far blocks hold is
// found, selected, copied, edited and counted all the same.

let app: LaunchedApp;
let page: Page;
let proposalId: ProposalId;
let number: string;
let before: string;

const blocksOfSection = 160;

function paragraph(words: string): BlockNode {
  return { type: 'paragraph', content: [{ type: 'text', text: words }] };
}

/** Block `at` of a section: mostly lines that say which they are, with lists, tables and footnotes among them. */
function block(section: number, at: number): BlockNode {
  const words = `Часть ${section}, строка ${at}.`;
  const cell = (text: string) => ({
    type: 'tableCell' as const,
    attrs: { colspan: 1, rowspan: 1, colwidth: null, shade: null, verticalAlign: null },
    content: [paragraph(text)],
  });
  if (at === 0)
    return {
      type: 'heading',
      attrs: { level: 2, textAlign: null },
      content: [{ type: 'text', text: `Глава ${section}` }],
    };
  if (at % 40 === 10)
    return { type: 'bulletList', content: [{ type: 'listItem', content: [paragraph(words)] }] };
  if (at % 40 === 20)
    return { type: 'table', content: [{ type: 'tableRow', content: [cell(words), cell('Рядом')] }] };
  if (at % 40 === 30)
    return {
      type: 'paragraph',
      content: [
        { type: 'text', text: words },
        { type: 'footnote', attrs: { text: `Сноска ${section}-${at}` } },
      ],
    };
  return paragraph(at % 3 === 0 ? `${words} ${'Слова, чтобы строка была длиннее одной. '.repeat(6)}` : words);
}

/** A section whose blocks 100 to 119 stand in an argument. */
function section(at: number): SectionNode {
  const blocks = Array.from({ length: blocksOfSection }, (_, index) => block(at, index));
  const attrs = {
    blockId: BlockId.parse(`argument-${at}`),
    criterion: null,
    personIds: [],
    reasons: [],
  };
  return {
    type: 'section',
    attrs: { sectionId: `part-${at}`, role: null, personIds: [], outlineTitle: `Раздел ${at}` },
    content: [
      ...blocks.slice(0, 100),
      { type: 'argument', attrs, content: blocks.slice(100, 120) },
      ...blocks.slice(120),
    ],
  };
}

const late = () => documentPage(page).locator('[data-late]');
const line = (part: number, at: number) => documentPage(page).getByText(`Часть ${part}, строка ${at}.`);
const finder = () => page.getByRole('search', { name: 'Поиск и замена' });

async function saved(): Promise<string> {
  await page.keyboard.press('Control+S');
  await waitUntilSaved(page);
  const { proposal } = await ask(page, 'proposals.get', { id: proposalId });
  return outlineOf(proposal.document.root);
}

/** Whether any block in sight is still a box without its text. */
async function hasHolesInSight(): Promise<boolean> {
  return late().evaluateAll((boxes) =>
    boxes.some((box) => {
      const { top, bottom } = box.getBoundingClientRect();
      return bottom > 0 && top < innerHeight;
    }),
  );
}

async function open(): Promise<void> {
  await goToSection(page, 'Предложения');
  await page.getByText(number).first().click();
  await expect(line(1, 1)).toBeVisible();
}

test.beforeAll(async () => {
  app = await startApp('ru');
  page = await app.window();
  await openExample(page);
  const { rows } = await ask(page, 'proposals.list', { accountId: null });
  const draft = rows.find(({ status }) => status === 'draft');
  if (!draft) throw new Error('The example has no draft');
  ({ id: proposalId, number } = draft);
  const { proposal } = await ask(page, 'proposals.get', { id: proposalId });
  const { document, revision } = proposal;
  const root = { ...document.root, content: [section(1), section(2), section(3)] };
  await ask(page, 'proposals.saveDocument', {
    id: proposalId,
    baseRevision: revision,
    document: { ...document, root },
  });
  before = outlineOf(root);
});

test.afterAll(async () => app.close());

test.beforeEach(async () => open());

test.afterEach(async () => {
  await page.keyboard.press('Escape');
  const { proposal } = await ask(page, 'proposals.get', { id: proposalId });
  expect(outlineOf(proposal.document.root)).toBe(before);
});

/** Takes back what the test did, to the document as it was opened. */
async function undoAll(steps: number): Promise<void> {
  for (let step = 0; step < steps; step += 1) await page.keyboard.press('Control+Z');
  expect(await saved()).toBe(before);
}

test('scrolled to, far blocks are there', async () => {
  const atFirst = await late().count();
  expect(atFirst).toBeGreaterThan(300);
  const desk = page.getByTestId('desk');
  const scrollTo = async (part: number) => {
    await desk.evaluate((element, to) => element.scrollTo(0, element.scrollHeight * to), part);
    await expect.poll(hasHolesInSight).toBe(false);
  };
  await scrollTo(0.5);
  // What lies before it stays undrawn, though one box stands for all of it.
  expect(await late().count()).toBeGreaterThan(atFirst - 150);
  for (const part of [0.2, 0.52, 0.9]) await scrollTo(part);
  expect(await late().count()).toBeGreaterThan(100);
  await takeScreenshot(page, 'long-document-ru-light');
});

test('a far word is found, shown, and replaced everywhere', async () => {
  await documentPage(page).focus();
  await page.keyboard.press('Control+KeyH');
  await finder().getByLabel('Найти').fill('Часть 3, строка 112.');
  await expect(finder()).toContainText('1 из 1');
  const mark = documentPage(page).locator('.k-found-chosen');
  await expect(mark).toHaveText('Часть 3, строка 112.');
  await expect(mark).toBeInViewport();
  expect(await hasHolesInSight()).toBe(false);
  await finder().getByLabel('Найти').fill('Рядом');
  await expect(finder()).toContainText(/из 12/);
  await finder().getByLabel('Заменить на').fill('Возле');
  await finder().getByRole('button', { name: 'Заменить все' }).click();
  await expect(page.getByText('Заменено 12 мест.')).toBeVisible();
  await finder().getByRole('button', { name: 'Закрыть поиск' }).click();
  expect(await saved()).toBe(before.replaceAll('Рядом', 'Возле'));
  await line(1, 20).click();
  await undoAll(1);
});

test('all is selected, copied, deleted, and brought back', async () => {
  await documentPage(page).focus();
  await page.keyboard.press('Control+A');
  await page.keyboard.press('Control+C');
  const copied = await app.app.evaluate(({ clipboard }) => clipboard.readText());
  for (const words of ['Часть 1, строка 1.', 'Часть 2, строка 80.', 'Часть 3, строка 159.'])
    expect(copied).toContain(words);
  await page.keyboard.press('Delete');
  await expect(line(2, 80)).toHaveCount(0);
  await undoAll(1);
  await expect(line(2, 80)).toHaveCount(1);
});

test('the caret goes by keys into what was not drawn', async () => {
  await documentPage(page).focus();
  await page.keyboard.press('Control+Home');
  for (let step = 0; step < 12; step += 1) await page.keyboard.press('PageDown');
  const atCaret = () =>
    page.evaluate(() => {
      const line = getSelection()?.anchorNode?.parentElement?.closest('p, h2');
      const { top = -1, bottom = 0 } = line?.getBoundingClientRect() ?? {};
      return { words: line?.textContent ?? '', isInSight: bottom > 0 && top < innerHeight };
    });
  await expect.poll(async () => (await atCaret()).isInSight).toBe(true);
  const { words } = await atCaret();
  expect(words).toMatch(/^Часть [12], строка \d+\./);
  await page.keyboard.type('Здесь.');
  await expect.poll(async () => (await atCaret()).words).toContain('Здесь.');
  expect((await atCaret()).words.replace('Здесь.', '')).toBe(words);
  expect((await saved()).replace('Здесь.', '')).toBe(before);
  await undoAll(1);
  await page.keyboard.press('Control+End');
  await expect(line(3, 159)).toBeInViewport();
  expect(await hasHolesInSight()).toBe(false);
  await page.keyboard.type('Конец.');
  await expect(line(3, 159)).toContainText('Конец.');
  expect((await saved()).replace('Конец.', '')).toBe(before);
  await undoAll(1);
});

test('a jump of the outline shows its section, with footnotes counted from the beginning', async () => {
  await page.getByRole('navigation', { name: 'Состав' }).getByText('Раздел 3').click();
  await expect(documentPage(page).getByRole('heading', { name: 'Глава 3' })).toBeInViewport();
  expect(await hasHolesInSight()).toBe(false);
  await line(3, 30).scrollIntoViewIfNeeded();
  await expect(line(3, 30).locator('.k-footnote')).toHaveText('9');
  await line(3, 30).click();
  await page.keyboard.press('End');
  await page.keyboard.type(' Дополнено');
  await expect(line(3, 30)).toContainText('Дополнено');
  await page.keyboard.press('Control+S');
  await waitUntilSaved(page);
  await undoAll(1);
});

test('for a screen reader all of it is drawn', async () => {
  await page.getByTestId('desk').evaluate((element) => element.scrollTo(0, element.scrollHeight / 2));
  expect(await late().count()).toBeGreaterThan(100);
  await app.app.evaluate(({ app: shell }) => shell.setAccessibilitySupportEnabled(true));
  await expect(late()).toHaveCount(0);
  await expect(documentPage(page).locator('.k-footnote')).toHaveText(
    Array.from({ length: 12 }, (_, index) => String(index + 1)),
  );
  await expect(documentPage(page).getByRole('table')).toHaveCount(12);
});

test('none of it troubles the window or its content policy', () => expect(app.problems()).toEqual([]));
