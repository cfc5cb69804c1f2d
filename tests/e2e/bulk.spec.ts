import { expect, test } from '@playwright/test';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { emptyProfile } from '../../shared/domain/account.ts';
import { newAccount } from '../../shared/domain/newAccount.ts';
import { setWindowSize, takeScreenshot } from '../support/launchApp.ts';
import { ask, goToSection, openExample, saveInto, startApp } from '../support/steps.ts';

const folder = mkdtempSync(join(tmpdir(), 'kamerton-bulk-'));
test.afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('clients are ticked, changed, archived, merged and brought back', async () => {
  const kamerton = await startApp();
  try {
    const page = await kamerton.window();
    await setWindowSize(kamerton.app, 1280, 800);
    await openExample(page);
    const twin = {
      ...newAccount('Валдайские хлебы'),
      city: 'Валдай',
      relationNow: 'Познакомились на выставке',
      currency: 'EUR' as const,
      profile: { ...emptyProfile, annualRevenueMinor: 120_000_000 },
    };
    const { id } = await ask(page, 'accounts.create', { draft: twin });
    const { rows } = await ask(page, 'accounts.list', { query: '' });
    const known = rows.find(({ name }) => name === 'Валдайские хлеба');
    if (known === undefined) throw new Error('the example has another client');

    // The department has a word of its own for a field.
    const { standards } = await ask(page, 'standards.list', {});
    const { variant } = (await ask(page, 'accounts.overview', { id: known.id })).account;
    const kept = standards.find(({ standard: { id: one } }) => one === variant);
    if (kept === undefined) throw new Error(`No standard ${variant}`);
    const fields = kept.standard.fields.map((field) =>
      field.key === 'annualRevenueMinor' ? { ...field, label: 'Оборот' } : field,
    );
    await ask(page, 'standards.save', {
      standard: { ...kept.standard, fields },
      baseRevision: kept.revision,
    });

    await goToSection(page, 'Клиенты');
    const grid = page.getByRole('grid');
    const bar = page.getByRole('toolbar', { name: 'Действия с выбранными' });
    const take = async (name: string) => {
      for (const theme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme: theme });
        await takeScreenshot(page, `bulk-${theme}-${name}`);
      }
      await page.emulateMedia({ colorScheme: 'light' });
    };
    // By the keyboard: three in a row, then all, then none.
    await expect(grid).toBeFocused();
    await page.keyboard.press('KeyX');
    await page.keyboard.press('Shift+ArrowDown');
    await page.keyboard.press('Shift+ArrowDown');
    await expect(bar).toContainText('Выбраны 3');
    await take('bar');
    await page.keyboard.press('Control+KeyA');
    await expect(bar).toContainText(`Выбрано ${rows.length}`);
    await page.keyboard.press('Escape');
    await expect(bar).toBeHidden();

    // By the mouse: a range with Shift, one step for all of them.
    const ticks = grid.getByRole('checkbox', { name: /^Выбрать: / });
    await ticks.nth(0).click({ force: true });
    await ticks.nth(2).click({ force: true, modifiers: ['Shift'] });
    await bar.getByRole('button', { name: 'Следующий шаг…' }).click();
    const step = page.getByRole('dialog', { name: 'Следующий шаг для выбранных' });
    await step.getByLabel('Следующий шаг', { exact: true }).fill('Поздравить с годовщиной');
    await step.getByRole('button', { name: 'Записать' }).click();
    await expect(page.getByText('Изменены 3 клиента')).toBeVisible();
    await expect(grid.getByText('Поздравить с годовщиной')).toHaveCount(3);
    await page.getByRole('button', { name: 'Вернуть', exact: true }).click();
    await expect(grid.getByText('Поздравить с годовщиной')).toHaveCount(0);

    const dialog = await saveInto(kamerton.app, folder);
    await bar.getByRole('button', { name: 'В Excel' }).click();
    await expect(page.getByText('Таблица сохранена')).toBeVisible({ timeout: 20_000 });
    expect(readFileSync(join(folder, await dialog.proposed())).byteLength).toBeGreaterThan(500);

    await bar.getByRole('button', { name: 'В архив' }).click();
    await expect(page.getByText('В архиве 3 клиента')).toBeVisible();
    await expect(ticks).toHaveCount(rows.length - 3);
    const menu = page.getByRole('button', { name: 'Обмен с\u00a0другими программами' });
    await menu.click();
    await page.getByRole('menuitem', { name: 'Архив клиентов' }).click();
    await expect(ticks).toHaveCount(3);
    await page.keyboard.press('Control+KeyA');
    await take('archive');
    await bar.getByRole('button', { name: 'Вернуть из архива' }).click();
    await expect(page.getByText('В архиве пусто.')).toBeVisible();
    await page.getByRole('button', { name: 'К списку клиентов' }).click();

    // Likely duplicates, side by side, and one of them.
    await menu.click();
    await page.getByRole('menuitem', { name: 'Похожие клиенты и люди…' }).click();
    const similar = page.getByRole('dialog', { name: 'Похожие записи' });
    await expect(similar.getByText('похожее название, тот же город')).toBeVisible();
    await take('duplicates');
    await similar.getByRole('button', { name: 'Сравнить' }).first().click();
    const merge = page.getByRole('dialog', { name: 'Объединить клиентов' });
    const sides = merge.getByRole('group', { name: 'Название' }).getByRole('button');
    await expect(sides).toHaveCount(2);
    // The one with a history stays.
    if (((await sides.first().textContent()) ?? '') !== 'Валдайские хлеба')
      await merge.getByRole('button', { name: 'Поменять местами' }).click();
    await expect(sides.first()).toHaveText('Валдайские хлеба');
    await merge.getByRole('button', { name: 'Отношения сейчас: оба' }).click();
    // Money stands with its currency, and both are one choice.
    const revenue = merge.getByRole('button', { name: /^Оборот: 1.200.000.€$/ });
    await expect(revenue).toHaveAttribute('aria-pressed', 'true');
    await merge.getByRole('button', { name: 'Валюта клиента: рубль, ₽' }).click();
    await expect(revenue).toHaveAttribute('aria-pressed', 'false');
    await revenue.click();
    await expect(merge.getByRole('button', { name: 'Валюта клиента: евро, €' })).toHaveAttribute(
      'aria-pressed',
      'true',
    );
    await merge.getByText('Валюты разные').scrollIntoViewIfNeeded();
    await take('merge');
    await merge.getByRole('button', { name: 'Объединить', exact: true }).click();
    await expect(page.getByText('Клиенты объединены')).toBeVisible();
    const merged = await ask(page, 'accounts.overview', { id });
    expect(merged.account.id).toBe(known.id);
    expect(merged.account.relationNow).toContain('Познакомились на выставке');
    expect(merged.account).toMatchObject({ currency: 'EUR', profile: { annualRevenueMinor: 120_000_000 } });

    // People of the client.
    await grid.getByRole('button', { name: 'Валдайские хлеба' }).click();
    await page.getByRole('tab', { name: 'Люди' }).click();
    await page.getByText('Список', { exact: true }).click();
    await page.getByRole('checkbox', { name: /^Выбрать: Дымов/ }).click({ force: true });
    await take('people');
    await bar.getByRole('button', { name: 'Больше не работает' }).click();
    await expect(page.getByText('1 человек больше не работает')).toBeVisible();
    // The history goes on naming who was in it.
    await page.getByRole('tab', { name: 'История' }).click();
    const said = page.getByText(/^Дымов/).first();
    await expect(said).toBeVisible();
    await page
      .getByRole('listitem')
      .filter({ has: said })
      .getByRole('button', { name: /^Действия с записью/ })
      .first()
      .click();
    await page.getByRole('menuitem', { name: 'Изменить' }).click();
    await expect(page.getByRole('dialog').getByText(/^Дымов/)).toBeVisible();
    await page.keyboard.press('Escape');
    await page.getByRole('tab', { name: 'Люди' }).click();
    await page.getByRole('button', { name: 'вернуть', exact: true }).click();
    await expect(page.getByText('Больше не работают:')).toBeHidden();

    // The trash.
    await ask(page, 'accounts.delete', { id: known.id });
    await page.getByRole('button', { name: 'Клиенты' }).first().click();
    await menu.click();
    await page.getByRole('menuitem', { name: 'Недавно удалённое…' }).click();
    const deleted = page.getByRole('list', { name: 'Удалённое' });
    await expect(deleted.getByText('Валдайские хлеба')).toBeVisible();
    await expect(page.getByText('Объединены клиенты')).toBeVisible();
    await take('trash');
    await deleted.getByRole('button', { name: 'Вернуть' }).click();
    await expect(page.getByText('Здесь пусто')).toBeVisible();
    const deeds = page.getByRole('list', { name: 'Действия над многими' });
    await deeds
      .getByRole('listitem')
      .filter({ hasText: 'Объединены клиенты' })
      .getByRole('button', { name: 'Отменить' })
      .click();
    await expect(page.getByText('Отменено.')).toBeVisible();
    expect((await ask(page, 'accounts.overview', { id })).account.id).toBe(id);
    expect(kamerton.problems()).toEqual([]);
  } finally {
    await kamerton.close();
  }
});
