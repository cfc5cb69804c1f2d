import { expect, test } from '@playwright/test';
import { setWindowSize, takeScreenshot } from '../support/launchApp.ts';
import { openExample, startApp } from '../support/steps.ts';

/** The list shows no more at once. */
const mostSeen = 14;

test('the palette is gone through by keys and by the wheel, and begins anew with every search', async () => {
  const kamerton = await startApp();
  try {
    const page = await kamerton.window();
    await setWindowSize(kamerton.app, 1280, 800);
    await openExample(page);
    await page.keyboard.press('Control+KeyK');
    const dialog = page.getByRole('dialog', { name: 'Поиск и действия' });
    const field = dialog.getByRole('textbox', { name: 'Поиск и действия' });
    const lines = dialog.getByRole('group').getByRole('button');
    const chosen = dialog.locator('button[data-selected]');
    await expect(field).toBeFocused();
    await expect(chosen).toHaveCount(0);

    // What is typed chooses the first.
    await field.pressSequentially('по', { delay: 40 });
    await expect(lines.first()).toHaveAttribute('data-selected', 'true');
    await expect(chosen).toHaveCount(1);
    await takeScreenshot(page, 'palette-two-letters');

    // All that was found is there when nobody types. Up from the first comes the very last, and down from it the first.
    await expect.poll(() => lines.count()).toBeGreaterThan(mostSeen);
    const all = await lines.count();
    await page.keyboard.press('ArrowUp');
    await expect(lines.last()).toHaveAttribute('data-selected', 'true');
    await expect(lines.last()).toBeInViewport();
    await takeScreenshot(page, 'palette-last');
    await page.keyboard.press('ArrowDown');
    await expect(lines.first()).toHaveAttribute('data-selected', 'true');
    await page.keyboard.press('ArrowDown');
    await expect(lines.nth(1)).toHaveAttribute('data-selected', 'true');
    await expect(chosen).toHaveCount(1);

    // Another search begins at its top, whatever was scrolled to before.
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('ArrowUp');
    await expect(lines.last()).toBeInViewport();
    await field.press('Backspace');
    await expect(lines.first()).toBeInViewport();
    await expect(lines.first()).toHaveAttribute('data-selected', 'true');

    // What may come next is asked while nobody types: the list is there with its letter, before the window turns to
    // anything else.
    await page.evaluate(() => {
      addEventListener('input', () =>
        queueMicrotask(() => {
          document.body.dataset['markedWithLetter'] =
            document.querySelector('#palette-list mark')?.textContent ?? '';
        }),
      );
    });
    const shownWithLetter: string[] = [];
    for (const letter of 'клсрд') {
      await field.fill('по');
      await page.waitForTimeout(500);
      await page.keyboard.insertText(letter);
      const marked = await page.locator('body').getAttribute('data-marked-with-letter');
      await expect(dialog.locator('mark').first()).toHaveText(`по${letter}`, { ignoreCase: true });
      if (marked?.toLowerCase() === `по${letter}`) shownWithLetter.push(letter);
    }
    expect(shownWithLetter).not.toEqual([]);
    await field.fill('п');
    await expect(lines.first()).toHaveAttribute('data-selected', 'true');

    // The wheel comes to the last line too.
    await field.pressSequentially('о', { delay: 40 });
    await expect(lines).toHaveCount(all);
    await lines.first().hover();
    await expect(async () => {
      await page.mouse.wheel(0, 600);
      await expect(lines.last()).toBeInViewport({ timeout: 300 });
    }).toPass();

    // Opened again it asks anew.
    await page.keyboard.press('Escape');
    await expect(dialog).toBeHidden();
    await page.keyboard.press('Control+KeyK');
    await expect(field).toHaveValue('');
    await expect(chosen).toHaveCount(0);
    await page.keyboard.press('ArrowDown');
    await expect(lines.first()).toHaveAttribute('data-selected', 'true');
    expect(kamerton.problems()).toEqual([]);
  } finally {
    await kamerton.close();
  }
});
