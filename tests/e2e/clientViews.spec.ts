import { expect, test } from '@playwright/test';
import { texts } from '../../renderer/app/texts/index.ts';
import { usualCuts } from '../../shared/domain/portfolio.ts';
import { setWindowSize, takeScreenshot } from '../support/launchApp.ts';
import { ask, goToSection, openExample, startApp } from '../support/steps.ts';

const { clients, common, domain, settings } = texts.ru;

test('the clients table is looked at again as it was saved, and its classes end where the department says', async () => {
  const kamerton = await startApp('ru');
  try {
    const page = await kamerton.window();
    await setWindowSize(kamerton.app, 1280, 800);
    await openExample(page);
    await goToSection(page, 'Клиенты');
    const rows = page.locator('[role="row"][id^="client-"]');
    await expect(rows.first()).toBeVisible();
    const all = await rows.count();
    const chip = page.getByRole('button', { name: new RegExp(`^${domain.accountType.breadwinner}`) });
    await chip.click();
    await expect.poll(() => rows.count()).toBeLessThan(all);
    const few = await rows.count();
    const menu = (name: string) => page.getByRole('button', { name, exact: true });
    await menu(clients.views.menu).click();
    await page.getByRole('menuitem', { name: clients.views.save }).click();
    await page.getByRole('textbox', { name: clients.views.name, exact: true }).fill('Наши кормильцы');
    await page.getByRole('button', { name: clients.views.submit, exact: true }).click();
    await expect(menu('Наши кормильцы')).toBeVisible();
    await takeScreenshot(page, 'clients-view-light');

    await menu(clients.resetFilters).click();
    await expect(rows).toHaveCount(all);
    await menu(clients.views.menu).click();
    await page.getByRole('menuitem', { name: 'Наши кормильцы' }).click();
    await expect(rows).toHaveCount(few);
    await expect(chip).toHaveAttribute('aria-pressed', 'true');

    // A deleted view comes back by one press.
    await menu('Наши кормильцы').click();
    await page
      .getByRole('menuitem', { name: clients.views.drop.replace('{{name}}', 'Наши кормильцы') })
      .click();
    await expect(menu(clients.views.menu)).toBeVisible();
    await page.getByRole('button', { name: common.undo }).click();
    await expect(menu('Наши кормильцы')).toBeVisible();
    expect((await ask(page, 'clients.views', {})).views.map(({ name }) => name)).toEqual(['Наши кормильцы']);

    // Everybody up to 98 % of the profit is class A now.
    await menu(clients.resetFilters).click();
    const ofClass = async (letter: string) =>
      (await ask(page, 'accounts.list', { query: '' })).rows.filter(({ measures }) => measures.abc === letter)
        .length;
    const before = await ofClass('A');
    await page.getByRole('button', { name: common.places.settings }).click();
    await page.getByRole('button', { name: settings.pages.portfolio }).click();
    const field = page.getByRole('textbox', { name: settings.portfolio.b });
    await field.fill('99');
    await field.press('Enter');
    await page.getByRole('textbox', { name: settings.portfolio.a }).fill('98');
    await page.getByRole('textbox', { name: settings.portfolio.a }).press('Enter');
    await expect.poll(() => ofClass('A')).toBeGreaterThan(before);
    await page.getByRole('button', { name: settings.portfolio.usual }).click();
    await expect.poll(() => ofClass('A')).toBe(before);
    expect((await ask(page, 'analysis.cuts', {})).cuts).toEqual(usualCuts);
    expect(kamerton.problems()).toEqual([]);
  } finally {
    await kamerton.close();
  }
});
