import { expect, test } from '@playwright/test';
import { setWindowSize, takeScreenshot } from '../support/launchApp.ts';
import { ask, documentPage, goToSection, openExample, startApp, waitUntilSaved } from '../support/steps.ts';

// What a proposal said before its last changes: read, brought back, and undone again.

test('a version is compared, brought back as one step, and Ctrl+Z returns the present', async () => {
  const kamerton = await startApp('ru');
  try {
    const page = await kamerton.window();
    await setWindowSize(kamerton.app, 1280, 800);
    await openExample(page);
    const { rows } = await ask(page, 'proposals.list', { accountId: null });
    const draft = rows.find(({ status }) => status === 'draft');
    if (!draft) throw new Error('The example has no draft');
    await goToSection(page, 'Предложения');
    await page.getByText(draft.number).first().click();
    const paper = documentPage(page);
    await expect(paper).toBeVisible();
    const heading = paper.getByRole('heading', { name: 'Коммерческое предложение' });
    const before = (await heading.textContent()) ?? '';
    await heading.click();
    await page.keyboard.press('End');
    await page.keyboard.insertText(' Приписка позже.');
    await expect(heading).toContainText('Приписка позже.');
    await page.keyboard.press('Control+S');
    await waitUntilSaved(page);

    await page.getByRole('button', { name: /^Состояние: / }).click();
    await page.getByRole('menuitem', { name: 'Версии…' }).click();
    const dialog = page.getByRole('dialog', { name: 'Версии' });
    await expect(dialog.getByRole('insertion').filter({ hasText: 'Приписка позже.' })).toHaveCount(1);
    for (const theme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme: theme });
      await takeScreenshot(page, `versions-${theme}`);
    }
    // What stands there now is kept under a name, and the name can be another.
    const earlier = dialog.getByRole('navigation').getByRole('button').first();
    await dialog.getByRole('textbox', { name: 'Название' }).fill('с припиской');
    await page.keyboard.press('Enter');
    await expect(dialog.getByRole('button', { name: /с припиской/ })).toHaveAttribute('aria-current', 'true');
    await dialog.getByRole('button', { name: 'Назвать версию' }).click();
    const name = dialog.getByRole('region').getByRole('textbox', { name: 'Название' });
    await name.fill('не то');
    await page.keyboard.press('Escape');
    await expect(name).toBeHidden();
    await dialog.getByRole('button', { name: 'Назвать версию' }).click();
    await name.fill('для юриста');
    await page.keyboard.press('Enter');
    await expect(earlier).toContainText('для юриста');
    await takeScreenshot(page, 'versions-named');
    await dialog.getByRole('navigation').getByRole('button').nth(1).click();
    await dialog.getByRole('button', { name: 'Вернуть эту версию' }).click();
    await expect(dialog).toBeHidden();
    await expect(paper).not.toContainText('Приписка позже.');
    await expect(heading).toHaveText(before);
    await waitUntilSaved(page);
    const { proposal } = await ask(page, 'proposals.get', { id: draft.id });
    expect(JSON.stringify(proposal.document.root)).not.toContain('Приписка позже.');

    await paper.focus();
    await page.keyboard.press('Control+Z');
    await expect(paper).toContainText('Приписка позже.');

    // A copy is a proposal of its own with the same text.
    await page.getByRole('button', { name: /^Состояние: / }).click();
    await page.getByRole('menuitem', { name: 'Сделать копию' }).click();
    await expect(page.getByText(/Создана копия: КП/)).toBeVisible();
    await expect(paper).toContainText('Приписка позже.');
    const after = await ask(page, 'proposals.list', { accountId: null });
    expect(after.rows).toHaveLength(rows.length + 1);

    // And it becomes a template, with the readers' arguments by name.
    await page.getByRole('button', { name: /^Состояние: / }).click();
    await page.getByRole('menuitem', { name: 'Сделать шаблоном…' }).click();
    const making = page.getByRole('dialog', { name: 'Новый шаблон из предложения' });
    await making.getByRole('textbox', { name: 'Название' }).fill('Наше обычное предложение');
    await takeScreenshot(page, 'proposal-to-template');
    await making.getByRole('button', { name: 'Сделать шаблоном' }).click();
    await page.getByRole('button', { name: 'Открыть', exact: true }).click();
    await expect(page.getByRole('heading', { name: 'Наше обычное предложение' })).toBeVisible();
    await takeScreenshot(page, 'template-of-proposal');
    const library = await ask(page, 'library.templates', { query: 'наше обычное' });
    expect(library.rows[0]).toMatchObject({ title: 'Наше обычное предложение', roles: ['ceo', 'technical'] });
  } finally {
    await kamerton.close();
  }
});
