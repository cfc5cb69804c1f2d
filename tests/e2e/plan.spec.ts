import { expect, test, type Page } from '@playwright/test';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setWindowSize, takeScreenshot } from '../support/launchApp.ts';
import { choose, goToSection, openExample, saveInto, startApp } from '../support/steps.ts';

const folder = mkdtempSync(join(tmpdir(), 'kamerton-plan-'));
test.afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Does what the palette calls so. */
async function command(page: Page, name: string | RegExp): Promise<void> {
  await page.keyboard.press('Control+KeyK');
  await page.getByPlaceholder(/действие$|action$/).fill(typeof name === 'string' ? name : 'сделано');
  await page.getByRole('button', { name }).click();
  await expect(page.getByRole('button', { name })).toBeHidden();
}

test('a client’s plan is worked on: goals, tasks, lines of contact, the map, templates, the paper', async () => {
  const kamerton = await startApp();
  try {
    const page = await kamerton.window();
    await setWindowSize(kamerton.app, 1280, 800);
    await openExample(page);
    await goToSection(page, 'Клиенты');
    await page.getByRole('grid').getByRole('button', { name: 'Тихвинский фарфор' }).click();
    await page.getByRole('tab', { name: 'План' }).click();
    await expect(page.getByRole('heading', { name: 'Шесть шагов' })).toBeVisible();
    await takeScreenshot(page, 'plan-top');
    await page.getByRole('heading', { name: 'Карта кросс-продаж' }).scrollIntoViewIfNeeded();
    await takeScreenshot(page, 'plan-scheme');

    // A task is added, ticked, and taken back.
    await page.getByRole('button', { name: 'Добавить задачу к цели «Узнать всех, кто решает»' }).click();
    const task = page.getByRole('dialog', { name: 'Новая задача' });
    await task.getByLabel('Что сделать').fill('Позвать Нечаеву на обход');
    await choose(page, task, 'Кто из наших', 'Тарасов Илья Сергеевич');
    // Show mode hides the plan and the form with it, and neither is lost.
    await page.keyboard.press('F8');
    await expect(task.getByLabel('Что сделать')).toBeHidden();
    await expect(page.getByRole('heading', { name: 'Шесть шагов', includeHidden: true })).toBeHidden();
    await page.keyboard.press('F8');
    await expect(task.getByLabel('Что сделать')).toHaveValue('Позвать Нечаеву на обход');
    await task.getByRole('button', { name: 'Добавить', exact: true }).click();
    const tick = page.getByRole('checkbox', { name: 'Отметить сделанной: Позвать Нечаеву на обход' });
    await tick.click();
    await expect(page.getByText('Задача сделана: Позвать Нечаеву на обход')).toBeVisible();
    await page.getByRole('button', { name: 'Вернуть' }).last().click();
    await expect(tick).not.toBeChecked();

    // A neglected line leads to a conversation, and the heat goes.
    const cell = page.getByRole('button', { name: /Кораблёва.*Петрова.*: звонок, раз в 30 дней, запущено/ });
    await cell.click();
    await page.getByRole('menuitem', { name: 'Записать разговор' }).click();
    const quick = page.getByRole('dialog', { name: /записать одной строкой/ });
    await quick.getByRole('textbox').fill('звонок Петрова: ждёт форму гарантии');
    await quick.getByRole('button', { name: 'Записать', exact: true }).click();
    await expect(
      page.getByRole('button', { name: /Кораблёва.*Петрова.*: звонок, раз в 30 дней, ровно/ }),
    ).toBeVisible();

    // A refusal is written on the map.
    await page.getByRole('button', { name: 'Цех № 4, Обследование: идея' }).click();
    const mark = page.getByRole('dialog', { name: /Обследование: Цех № 4/ });
    await mark.getByText('Отказ', { exact: true }).click();
    await mark.getByLabel('Почему отказались').fill('Утечки меряют сами');
    await mark.getByRole('button', { name: 'Сохранить' }).click();
    await expect(page.getByRole('button', { name: 'Цех № 4, Обследование: отказ' })).toBeVisible();

    // A template is laid over the plan and taken back by one press.
    await page.getByRole('button', { name: 'Действия с планом' }).click();
    await page.getByRole('menuitem', { name: 'Взять шаблон' }).click();
    await takeScreenshot(page, 'plan-templates');
    await page.getByRole('button', { name: /Взять этот шаблон: Удержать кормильца/ }).click();
    await expect(page.getByRole('heading', { name: 'Сохранить объём закупок за год' })).toBeVisible();
    await page.getByRole('button', { name: 'Вернуть' }).last().click();
    await expect(page.getByRole('heading', { name: 'Сохранить объём закупок за год' })).toBeHidden();

    // On paper there is the plan and nothing of what we think of people.
    const dialog = await saveInto(kamerton.app, folder);
    await page.getByRole('button', { name: 'Действия с планом' }).click();
    await page.getByRole('menuitem', { name: 'Сохранить в PDF' }).click();
    await expect(page.getByText('План сохранён в PDF')).toBeVisible({ timeout: 30_000 });
    const path = join(folder, await dialog.proposed());
    expect(readFileSync(path).byteLength).toBeGreaterThan(2000);
    const text = execFileSync('pdftotext', ['-layout', path, '-'], { encoding: 'utf8' });
    expect(text).toContain('Защитить предложение на комитете');

    // What a rival offered is written down, and the comparison speaks of it.
    await page.getByRole('tab', { name: 'Конкуренты' }).click();
    await page.getByRole('button', { name: 'Записать предложение' }).click();
    const offer = page.getByRole('dialog', { name: 'Предложение конкурента' });
    await offer.getByRole('textbox', { name: 'Что предложили' }).fill('Сервис на год');
    await offer.getByLabel('Цена').fill('1,2 млн');
    await offer.getByRole('button', { name: 'Записать', exact: true }).click();
    await expect(page.getByRole('row', { name: /Балткомпрессор Сервис на год 1 200 000/ })).toBeVisible();
    await expect(page.getByRole('row', { name: /заявка на тендер/ }).first()).toBeVisible();
    await page.getByRole('button', { name: 'Цена, Ханзен Друклуфт: не сравнили' }).click();
    const compare = page.getByRole('dialog', { name: 'Цена: мы и Ханзен Друклуфт' });
    await compare.getByText('мы сильнее').click();
    await compare.getByRole('button', { name: 'Сохранить' }).click();
    await expect(page.getByRole('button', { name: 'Цена, Ханзен Друклуфт: мы сильнее' })).toBeVisible();
    await page.getByRole('heading', { name: 'Мы и конкуренты' }).scrollIntoViewIfNeeded();
    await takeScreenshot(page, 'rivalry');
    await command(page, 'Тёмное оформление');
    await takeScreenshot(page, 'rivalry-dark');
    await page.getByRole('tab', { name: 'План' }).click();
    await expect(page.getByRole('heading', { name: 'Шесть шагов' })).toBeVisible();
    await takeScreenshot(page, 'plan-dark');
    await command(page, 'Светлое оформление');

    // A due task stands in Today with its one action, and in the palette.
    await goToSection(page, 'Сегодня');
    await expect(page.getByText(/задача плана — встретиться с Петровой/i)).toBeVisible();
    await command(page, /Сделано: Встретиться с Петровой о платежах/);
    await expect(page.getByText('Задача плана отмечена сделанной')).toBeVisible();
    await expect(page.getByText(/задача плана — встретиться с Петровой/i)).toBeHidden();
    // The same in English, on a large screen.
    await setWindowSize(kamerton.app, 1920, 1080);
    await command(page, 'Switch to English');
    await page.getByRole('button', { name: 'Clients' }).first().click();
    await page.getByRole('grid').getByRole('button', { name: 'Тихвинский фарфор' }).click();
    await page.getByRole('tab', { name: 'Plan' }).click();
    await expect(page.getByRole('heading', { name: 'Six steps' })).toBeVisible();
    await takeScreenshot(page, 'plan-en');
    expect(kamerton.problems()).toEqual([]);
  } finally {
    await kamerton.close();
  }
});
