import { expect, test, type Page } from '@playwright/test';
import { takeScreenshot } from '../support/launchApp.ts';
import { clientWithComingTender, exampleData } from '../support/exampleData.ts';
import {
  compose,
  documentPage,
  goToSection,
  openExample,
  startApp,
  startProposal,
  typeIntoSection,
  waitUntilSaved,
} from '../support/steps.ts';

// What must not be sent is seen while it is typed, shown where it stands, and gone when it is gone.

const secret = 'пьёт только травяной чай';
const other = 'Невским препаратом';

const panel = (page: Page) => page.getByRole('tabpanel', { name: /Проверка/ });
const finding = (page: Page, text: string) => panel(page).getByRole('listitem').filter({ hasText: text });
const selected = (page: Page) => page.evaluate(() => String(window.getSelection()));

test('a private phrase and another client are found, shown and cleared', async () => {
  const kamerton = await startApp();
  try {
    const page = await kamerton.window();
    await openExample(page);
    await goToSection(page, 'Клиенты');
    const client = clientWithComingTender(exampleData('ru'));
    await page.getByRole('grid').getByRole('button', { name: client.draft.name }).click();
    await startProposal(page);
    await compose(page);
    await page.getByRole('tab', { name: /Проверка/ }).click();
    await expect(panel(page).getByText(/Проверено в/)).toBeVisible({ timeout: 20_000 });
    await expect(finding(page, secret)).toHaveCount(0);

    await typeIntoSection(page, 'role-technical', `Знаем: директор ${secret}.`);
    await typeIntoSection(page, 'role-finance', `Мы уже работали с «${other}».`);
    await waitUntilSaved(page);
    await expect(finding(page, secret)).toBeVisible({ timeout: 10_000 });
    await expect(finding(page, other)).toBeVisible();
    await expect(page.getByRole('tab', { name: /Проверка/ }).getByRole('img')).toBeVisible();
    for (const theme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme: theme });
      await expect(page.locator('html')).toHaveAttribute('data-mantine-color-scheme', theme);
      await takeScreenshot(page, `ru-${theme}-check`);
    }

    // An export asks first; «Исправить» leaves everything as it is and shows the list.
    await page.getByRole('button', { name: 'Экспорт в DOCX' }).click();
    const question = page.getByRole('dialog', { name: 'Предложение ещё не готово к отправке' });
    await expect(question).toContainText(other);
    await takeScreenshot(page, 'ru-dark-check-before-export');
    await page.emulateMedia({ colorScheme: 'light' });
    await question.getByRole('button', { name: 'Исправить' }).click();
    await expect(question).toBeHidden();

    for (const words of [secret, other]) {
      await finding(page, words).getByRole('button', { name: 'К месту' }).click();
      await expect.poll(() => selected(page)).toBe(words);
      await page.keyboard.press('Delete');
      await expect(documentPage(page)).not.toContainText(words);
      await expect(finding(page, words)).toHaveCount(0, { timeout: 10_000 });
    }

    // What a dossier lacks is written down there, and «back» returns to the page.
    await goToSection(page, 'Предложения');
    await page.getByText('Станция второй площадки').first().click();
    await page.getByRole('tab', { name: /Проверка/ }).click();
    await finding(page, 'Дополните карточку').getByRole('button', { name: 'К месту' }).click();
    await expect(page.getByRole('tab', { name: 'Люди', selected: true })).toBeVisible();
    await page.keyboard.press('Alt+ArrowLeft');
    await expect(documentPage(page)).toBeVisible();

    // Without readers the check says so and leads to where they are chosen.
    await page.getByRole('tab', { name: 'Свойства' }).click();
    const readers = page.getByRole('combobox', { name: 'Читатели', exact: true });
    await readers.focus();
    await page.keyboard.press('Backspace');
    await page.keyboard.press('Backspace');
    await page.getByRole('tab', { name: /Проверка/ }).click();
    await expect(finding(page, 'Адресат')).toHaveCount(0);
    await finding(page, 'Читатели не выбраны').getByRole('button', { name: 'К месту' }).click();
    await expect(readers).toBeFocused();
    await page.keyboard.press('Escape');

    // Nothing of it is on the screen while it faces the client.
    await page.keyboard.press('F8');
    await expect(page.getByRole('tab', { name: /Проверка/ })).toHaveCount(0);
    expect(kamerton.problems()).toEqual([]);
  } finally {
    await kamerton.close();
  }
});
