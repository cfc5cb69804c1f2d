import { expect, test, type Page } from '@playwright/test';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { clientWithComingTender, exampleData } from '../support/exampleData.ts';
import {
  chooseOpenPaths,
  chooseSavePath,
  setWindowSize,
  takeScreenshot,
  type LaunchedApp,
} from '../support/launchApp.ts';
import {
  ask,
  compose,
  documentPage,
  goToSection,
  openExample,
  startApp,
  startProposal,
} from '../support/steps.ts';

let kamerton: LaunchedApp;
let page: Page;
let folder: string;
test.beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'kamerton-library-'));
  kamerton = await startApp('ru');
  page = await kamerton.window();
  await setWindowSize(kamerton.app, 1440, 900);
  await openExample(page);
});
test.afterAll(async () => {
  await kamerton.close();
  rmSync(folder, { recursive: true, force: true });
});

const beside = () => page.getByRole('complementary');
const shippedTitle = 'Условия, которых нет у других';

test('a block is found, rewritten, and stands in the next proposal', async () => {
  await goToSection(page, 'Библиотека');
  await page.getByRole('textbox', { name: 'Слово из названия или текста' }).fill('подменного компрессора');
  await page.getByRole('button', { name: shippedTitle }).click();
  await expect(beside().getByText('из программы')).toBeVisible();
  await takeScreenshot(page, 'library-blocks');

  await beside().getByRole('button', { name: 'Изменить' }).click();
  const paper = page.getByRole('textbox', { name: 'Текст довода' });
  await paper.click();
  await page.keyboard.press('Control+End');
  await page.keyboard.type(' Дежурный инженер назван в договоре по имени.');
  await page
    .getByRole('textbox', { name: 'Почему работает' })
    .fill('Имя в договоре обещает больше, чем срок.');
  await takeScreenshot(page, 'library-block-edit');
  // A slip beside «Save» loses nothing.
  await page.getByRole('button', { name: 'Отмена' }).click();
  await page.getByRole('button', { name: 'Вернуть', exact: true }).last().click();
  await expect(paper).toContainText('назван в договоре по имени');
  await page.keyboard.press('Control+KeyS');
  await expect(beside().getByText('ваша версия')).toBeVisible();
  await expect(beside().getByText('назван в договоре по имени')).toBeVisible();

  await goToSection(page, 'Клиенты');
  await page
    .getByRole('grid')
    .getByRole('button', { name: clientWithComingTender(exampleData('ru')).draft.name })
    .click();
  await startProposal(page);
  await compose(page);
  const written = documentPage(page).getByText('назван в договоре по имени');
  await expect(written).toBeVisible();

  await written.click({ clickCount: 3 });
  await page.getByRole('button', { name: 'В библиотеку' }).click();
  const dialog = page.getByRole('dialog', { name: 'Новый довод из выделенного' });
  await dialog.getByRole('textbox', { name: 'Название' }).fill('Имя инженера в договоре');
  await dialog.getByRole('button', { name: 'Свой критерий' }).click();
  await page.getByRole('textbox', { name: 'Название критерия' }).fill('Личная ответственность');
  await page.getByRole('button', { name: 'Добавить критерий' }).click();
  await expect(dialog.getByText('Личная ответственность')).toBeVisible();
  await dialog.getByRole('button', { name: 'В библиотеку' }).click();
  await page
    .getByText('Довод «Имя инженера в договоре» добавлен')
    .getByRole('button', { name: 'Открыть' })
    .click();
  await expect(beside().getByRole('heading', { name: 'Имя инженера в договоре' })).toBeVisible();
  await expect(beside().getByText('Личная ответственность')).toBeVisible();
  await expect(beside().getByText('назван в договоре по имени')).toBeVisible();
});

test('the rewritten block goes to a file, back to the original, and comes from the file again', async () => {
  const path = join(folder, 'Доводы.kamerton-library.json');
  await goToSection(page, 'Библиотека');
  await page.getByRole('button', { name: shippedTitle }).click();
  await chooseSavePath(kamerton.app, path);
  await page.getByRole('button', { name: 'Ещё действия' }).first().click();
  await page.getByRole('menuitem', { name: 'Всё своё в файл…' }).click();
  await expect(page.getByText('доводов — 2, шаблонов — 0')).toBeVisible();
  expect(readFileSync(path, 'utf8')).toContain('назван в договоре по имени');

  await beside().getByRole('button', { name: 'Вернуть исходный' }).click();
  await expect(beside().getByText('из программы')).toBeVisible();
  await expect(beside().getByText('назван в договоре по имени')).toHaveCount(0);

  await chooseOpenPaths(kamerton.app, [path]);
  await page.getByRole('button', { name: 'Ещё действия' }).first().click();
  await page.getByRole('menuitem', { name: 'Из файла…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Из файла «Доводы.kamerton-library.json»' });
  await expect(dialog.getByText('изменится')).toHaveCount(1);
  await dialog.getByRole('button', { name: 'Добавить в библиотеку' }).click();
  await expect(beside().getByText('назван в договоре по имени')).toBeVisible();
  await page
    .getByText('Из файла принята 1 запись')
    .locator('..')
    .getByRole('button', { name: 'Вернуть' })
    .click();
  await expect(beside().getByText('назван в договоре по имени')).toHaveCount(0);
});

test('an argument is made of a Word file', async () => {
  await chooseOpenPaths(kamerton.app, [join(import.meta.dirname, '../fixtures/word/libreoffice.docx')]);
  await page.getByRole('button', { name: 'Ещё действия' }).first().click();
  await page.getByRole('menuitem', { name: 'Довод из файла Word…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Довод из файла Word' });
  await expect(dialog).toContainText('Что перенесётся не так, как в файле');
  await dialog.getByRole('button', { name: 'Открыть для правки' }).click();
  await expect(page.getByRole('textbox', { name: 'Текст довода' })).toContainText('Между списками.');
  await page.getByRole('textbox', { name: 'Название', exact: true }).fill('Регламент как у нас');
  await page.getByRole('combobox', { name: 'Критерии, главный первым' }).click();
  await page.getByRole('option', { name: 'Надёжность' }).click();
  await page.getByRole('button', { name: 'Своя роль' }).click();
  await page.getByRole('textbox', { name: 'Название роли' }).fill('кладовщик');
  await page.getByRole('button', { name: 'Добавить роль' }).click();
  await expect(page.getByRole('combobox', { name: 'Роль читателя' })).toHaveValue('кладовщик');
  await takeScreenshot(page, 'library-word');
  await page.getByRole('button', { name: 'Сохранить' }).click();
  await expect(beside().getByRole('heading', { name: 'Регламент как у нас' })).toBeVisible();
  await expect(beside().getByText('Между списками.')).toBeVisible();
  await expect(beside().getByText('кладовщик')).toBeVisible();
  await page.getByRole('button', { name: 'Ещё действия' }).first().click();
  await page.getByRole('menuitem', { name: 'Свои критерии и роли…' }).click();
  const own = page.getByRole('dialog', { name: 'Свои критерии и роли' });
  await expect(own.getByRole('textbox', { name: 'Название: кладовщик' })).toBeVisible();
  await takeScreenshot(page, 'library-own-terms');
  await own.getByRole('button', { name: 'Закрыть' }).click();
});

test('a template is copied and loses a section, which can be brought back', async () => {
  await page.getByRole('tab', { name: 'Шаблоны' }).click();
  await page.getByRole('button', { name: 'Поставка оборудования с сервисом' }).click();
  await takeScreenshot(page, 'library-templates');
  await beside().getByRole('button', { name: 'Ещё действия' }).click();
  await page.getByRole('menuitem', { name: 'Создать копию' }).click();
  await beside().getByRole('heading', { name: 'Поставка оборудования с сервисом — копия' }).waitFor();
  await beside().getByRole('button', { name: 'Изменить' }).click();
  await page.getByRole('button', { name: 'Удалить раздел: Рекомендации и люди' }).click();
  await page.getByRole('textbox', { name: 'Название', exact: true }).fill('Короткая поставка');
  await takeScreenshot(page, 'library-template-edit');
  await page.getByRole('button', { name: 'Сохранить' }).click();
  await expect(beside().getByRole('heading', { name: 'Короткая поставка' })).toBeVisible();
  const { rows } = await ask(page, 'library.templates', { query: 'короткой поставки' });
  const own = rows.filter(({ origin }) => origin === 'own');
  expect(own.map(({ title, roles }) => [title, roles.includes('hr')])).toEqual([
    ['Короткая поставка', false],
  ]);
  expect(kamerton.problems()).toEqual([]);
});
