import { expect, test, type Page } from '@playwright/test';
import type { ProposalId } from '../../shared/domain/ids.ts';
import { takeScreenshot, type LaunchedApp } from '../support/launchApp.ts';
import { outlineOf } from '../support/outline.ts';
import {
  ask,
  choose,
  documentPage,
  goToSection,
  openExample,
  startApp,
  waitUntilSaved,
} from '../support/steps.ts';

// Editing as a Word user expects it, by keys and by the mouse, compared as it was saved.

let app: LaunchedApp;
let page: Page;
let proposalId: ProposalId;

test.beforeAll(async () => {
  app = await startApp('ru');
  page = await app.window();
  await openExample(page);
  const { rows } = await ask(page, 'proposals.list', { accountId: null });
  const draft = rows.find(({ status }) => status === 'draft');
  if (!draft) throw new Error('The example has no draft');
  proposalId = draft.id;
  await goToSection(page, 'Предложения');
  await page.getByText(draft.number).first().click();
  await expect(documentPage(page)).toBeVisible();
});

test.afterAll(async () => app.close());

test.beforeEach(async () => {
  await documentPage(page).focus();
  await page.keyboard.press('Control+A');
  await page.keyboard.press('Delete');
});

async function saved(): Promise<string> {
  await page.keyboard.press('Control+S');
  await waitUntilSaved(page);
  const { proposal } = await ask(page, 'proposals.get', { id: proposalId });
  return outlineOf({
    ...proposal.document.root,
    content: proposal.document.root.content.filter(({ type }) => type !== 'validity'),
  });
}

/** Presses a key by its place on the keyboard while the layout is Russian: the letter that arrives is another one. */
async function pressPlace(code: string, key: string, shiftKey = false): Promise<void> {
  await page.evaluate(
    (init) => {
      const target = document.activeElement ?? document.body;
      target.dispatchEvent(
        new KeyboardEvent('keydown', { ...init, ctrlKey: true, bubbles: true, cancelable: true }),
      );
    },
    { code, key, shiftKey },
  );
}

const finder = () => page.getByRole('search', { name: 'Поиск и замена' });
const lines = (...text: readonly string[]) => `${text.join('\n')}\n`;

test('finds «ё» by «е», counts, steps, and replaces all as one step of undo', async () => {
  await page.keyboard.type('Счёт и расчет');
  await page.keyboard.press('Enter');
  await page.keyboard.type('Новый счет');
  const before = await saved();
  await pressPlace('KeyH', 'р');
  await finder().getByLabel('Найти').fill('счет');
  await expect(finder()).toContainText(/из 3/);
  await page.keyboard.press('Enter');
  await page.keyboard.press('Enter');
  await expect(finder()).toContainText('3 из 3');
  await finder().getByRole('button', { name: 'Слово целиком' }).click();
  await expect(finder()).toContainText(/из 2/);
  await finder().getByLabel('Заменить на').fill('договор');
  await finder().getByRole('button', { name: 'Заменить все' }).click();
  await expect(page.getByText('Заменено 2 места.')).toBeVisible();
  await finder().getByRole('button', { name: 'Закрыть поиск' }).click();
  expect(await saved()).toBe(lines('paragraph | договор и расчет', 'paragraph | Новый договор'));
  await page.keyboard.press('Control+Z');
  expect(await saved()).toBe(before);
});

test('finds what our own blocks say, shows the block, and never replaces in it', async () => {
  await page.keyboard.type('Срок действия обсудим');
  await pressPlace('KeyH', 'р');
  await finder().getByLabel('Найти').fill('срок действия');
  // From the caret on: the block is the next place.
  await expect(finder()).toContainText('2 из 2');
  await expect(finder()).toContainText('Срок действия. Замена сюда не\u00a0заходит');
  const block = documentPage(page).locator('.k-block-validity');
  await expect(block).toBeInViewport();
  await expect(block).toHaveClass(/k-found-chosen/);
  const words = await block.textContent();
  await finder().getByLabel('Заменить на').fill('дата');
  await finder().getByRole('button', { name: 'Заменить', exact: true }).click();
  await expect(finder()).toContainText('1 из 2');
  await finder().getByRole('button', { name: 'Заменить все' }).click();
  await expect(page.getByText('Заменено 1 место.')).toBeVisible();
  await expect(finder()).toContainText('1 из 1');
  expect(await block.textContent()).toBe(words);
  await takeScreenshot(page, 'find-in-blocks-ru-light');
  await finder().getByRole('button', { name: 'Закрыть поиск' }).click();
  await expect(block).toHaveClass(/ProseMirror-selectednode/);
  expect(await saved()).toBe(lines('paragraph | дата обсудим'));
});

test('typography is one step, says how much it changed, and can be undone', async () => {
  await page.keyboard.type('Поставка "под ключ" - за 5 дн');
  await page.getByRole('button', { name: /^Типографика/ }).click();
  await expect(page.getByText(/Типографика: исправлено \d+ мест/)).toBeVisible();
  expect(await saved()).toBe(lines('paragraph | Поставка «под°ключ»°— за°5°дн'));
  await page.keyboard.press('Control+Z');
  expect(await saved()).toBe(lines('paragraph | Поставка "под ключ" - за 5 дн'));
});

test('«/» offers blocks, narrows by words of both languages, and gives way to Escape', async () => {
  const menu = page.getByRole('listbox', { name: 'Вставить блок' });
  await page.keyboard.type('/');
  await expect(menu.getByRole('option', { name: 'Заголовок 1' })).toBeVisible();
  const caret = await documentPage(page).locator('p').first().boundingBox();
  const box = await menu.boundingBox();
  expect(Math.abs((box?.x ?? 0) - (caret?.x ?? 0))).toBeLessThan(20);
  expect((box?.y ?? 0) - (caret?.y ?? 0)).toBeLessThan(40);
  // One is there already, and one is enough.
  await expect(menu.getByRole('option', { name: 'Срок действия' })).toHaveCount(0);
  await page.keyboard.type('heading');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await page.keyboard.type('Сроки');
  await page.keyboard.press('Enter');
  await page.keyboard.type('/линия');
  await page.keyboard.press('Escape');
  await expect(menu).toBeHidden();
  expect(await saved()).toBe(lines('heading (level=2) | Сроки', 'paragraph | /линия'));
});

test('what is typed right after everything was deleted stands in its order', async () => {
  await page.keyboard.type('Было');
  // Keys that come before the next frame: the empty paragraph they are typed into was not laid out yet.
  await page.evaluate(async () => {
    const press = (init: KeyboardEventInit) =>
      document.activeElement?.dispatchEvent(
        new KeyboardEvent('keydown', { ...init, bubbles: true, cancelable: true }),
      );
    press({ key: 'a', code: 'KeyA', ctrlKey: true });
    press({ key: 'Delete', code: 'Delete' });
    for (const letter of 'Стало') {
      document.execCommand('insertText', false, letter);
      // The editor reads what the browser typed, in the same turn.
      await Promise.resolve();
    }
    press({ key: 'Enter', code: 'Enter' });
    for (const letter of 'иначе') {
      document.execCommand('insertText', false, letter);
      await Promise.resolve();
    }
  });
  expect(await saved()).toBe(lines('paragraph | Стало', 'paragraph | иначе'));
});

test('keys that waited for a busy window find the caret where the one before put it', async () => {
  await page.keyboard.type('Первая строка');
  for (const _step of 'ока') await page.keyboard.press('ArrowLeft');
  await expect.poll(() => page.evaluate(() => getSelection()?.anchorOffset)).toBe('Первая стр'.length);
  const busy = page.evaluate(() => {
    for (const until = performance.now() + 400; performance.now() < until;);
  });
  await Promise.all([busy, page.keyboard.press('End'), page.keyboard.press('Enter')]);
  await page.keyboard.insertText('Вторая');
  expect(await saved()).toBe(lines('paragraph | Первая строка', 'paragraph | Вторая'));
});

test('undo of a deletion brings back the words typed just before it', async () => {
  await page.keyboard.type('Набрано только что');
  await page.keyboard.press('Control+A');
  await page.keyboard.press('Delete');
  await page.keyboard.press('Control+Z');
  expect(await saved()).toBe(lines('paragraph | Набрано только что'));
  // Typed over, it comes back the same way.
  await page.keyboard.press('Control+A');
  await page.keyboard.type('Иначе');
  await page.keyboard.press('Control+Z');
  expect(await saved()).toBe(lines('paragraph | Набрано только что'));
});

test('a press of undo takes back one thing, of the text and of the properties', async () => {
  const paragraph = documentPage(page).locator('p').first();
  await app.app.evaluate(({ clipboard }) => clipboard.writeText('два '));
  await page.keyboard.type('раз ');
  await page.keyboard.press('Control+V');
  await page.keyboard.press('Control+V');
  await page.keyboard.type('три');
  await page.keyboard.press('Control+Alt+KeyF');
  await page.getByLabel('Текст сноски').fill('Примечание');
  await page.keyboard.press('Enter');
  await expect(paragraph).toHaveText('раз два два три1');
  for (const left of ['раз два два три', 'раз два два', 'раз два', 'раз', '']) {
    await pressPlace('KeyZ', 'я');
    await expect(paragraph).toHaveText(left);
  }

  await page.keyboard.type('/клиент');
  await page.getByRole('option', { name: 'Клиент в\u00a0кавычках' }).click();
  const chip = paragraph.locator('.k-field');
  const named = await chip.textContent();
  await chip.click();
  await page.getByRole('textbox', { name: 'Клиент в\u00a0кавычках' }).fill('хлебозавод');
  await page.keyboard.press('Enter');
  // The caret is behind the field.
  await page.keyboard.type(', Валдай');
  await expect(paragraph).toHaveText('хлебозавод, Валдай');

  await page.getByRole('tab', { name: 'Свойства' }).click();
  const panel = page.getByRole('tabpanel', { name: 'Свойства' });
  const until = panel.getByRole('textbox', { name: 'До включительно' });
  const [day, shape] = [await until.inputValue(), panel.getByRole('combobox', { name: 'Форма' })];
  await until.fill('30.12.2029');
  await page.keyboard.press('Tab');
  await choose(page, panel, 'Форма', 'Экземпляр каждому');
  const block = documentPage(page).locator('.k-block-validity');
  await expect(block).toContainText('30 декабря 2029');
  // From the panel itself: a list of choices has nothing of its own to take back.
  await shape.press('Control+Z');
  await expect(shape).toHaveValue('Один документ для всех');
  await expect(page.getByText('Изменено: форма предложения.')).toBeVisible();
  await expect(until).toHaveValue('30.12.2029');
  await shape.press('Control+Z');
  await expect(until).toHaveValue(day);
  await expect(block).not.toContainText('2029');
  await expect(paragraph).toHaveText('хлебозавод, Валдай');
  await shape.press('Control+Z');
  await expect(paragraph).toHaveText('хлебозавод');
  await shape.press('Control+Z');
  await expect(chip).toHaveText(named ?? '');
  await shape.press('Control+Y');
  await expect(chip).toHaveText('хлебозавод');
  await page.keyboard.press('Control+S');
  await waitUntilSaved(page);
  const { proposal } = await ask(page, 'proposals.get', { id: proposalId });
  expect(Object.values(proposal.fieldOverrides)).toEqual(['хлебозавод']);
  await shape.press('Control+Z');
  await page.keyboard.press('Control+S');
  await waitUntilSaved(page);
});

test('Tab goes down to the fifth level of a list, and an empty item ends it', async () => {
  await page.keyboard.type('1. ');
  await page.keyboard.type('Первый');
  for (const word of ['второй', 'третий', 'четвёртый', 'пятый', 'не шестой']) {
    await page.keyboard.press('Enter');
    await page.keyboard.press('Tab');
    await page.keyboard.type(word);
  }
  const five = await saved();
  expect(five.match(/orderedList/g)).toHaveLength(5);
  for (let level = 0; level < 4; level += 1) await page.keyboard.press('Shift+Tab');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Enter');
  await page.keyboard.type('После списка');
  const after = await saved();
  expect(after).toContain('\n  listItem\n    paragraph | не шестой\n');
  expect(after).toContain('\nparagraph | После списка\n');
});

test('a numbered list goes on from the one before', async () => {
  await page.keyboard.type('1. Раз');
  await page.keyboard.press('Enter');
  await page.keyboard.type('Два');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Enter');
  await page.keyboard.type('Между');
  await page.keyboard.press('Enter');
  await page.keyboard.type('1. Три');
  await page.getByRole('button', { name: 'Нумерация списка' }).click();
  await page.getByRole('menuitem', { name: 'Продолжить предыдущий список' }).click();
  expect(await saved()).toContain('orderedList (start=3)\n  listItem\n    paragraph | Три');
});

test('a numbered list begins anew in its middle, and paragraphs are indented by Tab', async () => {
  await page.keyboard.type('1. Раз');
  await page.keyboard.press('Enter');
  await page.keyboard.type('Два');
  await page.getByRole('button', { name: 'Нумерация списка' }).click();
  await page.getByRole('menuitem', { name: 'Начать с единицы' }).click();
  await page.keyboard.press('Enter');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');
  await page.keyboard.type('Примечание к');
  await pressPlace('Space', ' ', true);
  await page.keyboard.type('пункту 2');
  await pressPlace('Minus', '_', true);
  await page.keyboard.type('й');
  // The window of this test is narrow: the pair of buttons is under alignment.
  await page.getByRole('button', { name: 'Выравнивание' }).click();
  await page.getByRole('menuitem', { name: 'Увеличить отступ' }).click();
  const list = (text: string) => `orderedList\n  listItem\n    paragraph | ${text}\n`;
  expect(await saved()).toBe(
    `${list('Раз')}${list('Два')}paragraph (indent=2) | Примечание к°пункту 2\u2011й\n`,
  );
  await page.keyboard.press('Shift+Tab');
  expect(await saved()).toContain('paragraph (indent=1)');
});

test('Tab in a table goes to the next cell and makes a row at the end', async () => {
  await page.keyboard.type('/table');
  await page.keyboard.press('Enter');
  for (let cell = 1; cell <= 10; cell += 1) {
    await page.keyboard.type(String(cell));
    if (cell < 10) await page.keyboard.press('Tab');
  }
  const table = await saved();
  expect(table.match(/tableRow/g)).toHaveLength(4);
  expect(table).toContain('tableHeader\n      paragraph | 1\n');
  expect(table).toContain('tableCell\n      paragraph | 10\n');
});

test('a table is drawn by the arrow keys, keeps its height under the mouse and goes with its last row', async () => {
  await page.getByRole('button', { name: 'Таблица', exact: true }).click();
  await expect(page.getByRole('gridcell', { name: '3\u00A0×\u00A03' })).toBeFocused();
  for (const key of ['ArrowRight', 'ArrowUp', 'ArrowUp', 'Enter']) await page.keyboard.press(key);
  expect(await saved()).toMatch(/^table\n {2}tableRow\n( {4}tableHeader\n {6}paragraph \|\n){4}/);
  const table = documentPage(page).locator('table');
  const cell = table.locator('th').first();
  const height = (await table.boundingBox())?.height;
  const box = await cell.boundingBox();
  if (box === null) throw new Error('The table is out of sight');
  for (const by of [-2, -1]) await page.mouse.move(box.x + box.width + by, box.y + box.height / 2);
  await expect(documentPage(page).locator('.column-resize-handle').first()).toBeVisible();
  expect((await table.boundingBox())?.height).toBe(height);
  await page.keyboard.type('А');
  await page
    .getByRole('toolbar', { name: 'Действия с\u00A0таблицей' })
    .getByRole('button', { name: 'Удалить строку' })
    .click();
  await expect(table).toHaveCount(0);
  await page.keyboard.press('Control+Z');
  await expect(table).toHaveCount(1);
});

test('the bubble over a selection sets weight and colour and clears both', async () => {
  await page.keyboard.type('Важно');
  await page.keyboard.press('Control+Shift+ArrowLeft');
  const bubble = page.getByRole('toolbar', { name: 'Оформление выделенного' });
  await bubble.getByRole('button', { name: 'Полужирный' }).click();
  await bubble.getByRole('button', { name: 'Цвет текста' }).click();
  await page.getByRole('button', { name: 'Тёмно-красный' }).click();
  expect(await saved()).toBe(lines('paragraph | [bold textStyle (color=#9b2c20): Важно]'));
  await bubble.getByRole('button', { name: 'Очистить оформление' }).click();
  expect(await saved()).toBe(lines('paragraph | Важно'));
});

test('the length of the text stands under the page', async () => {
  await page.keyboard.type('Два слова');
  await expect(page.getByLabel('Объём текста')).toHaveText('2 слова9 знаков');
});

test('none of it troubles the window or its content policy', () => expect(app.problems()).toEqual([]));
