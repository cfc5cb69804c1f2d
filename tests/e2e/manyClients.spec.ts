import { expect, test, type Page } from '@playwright/test';
import { rmSync } from 'node:fs';
import type {} from '../../shared/ipc/windowApi.ts';
import { dossierCorpus } from '../bench/dossierCorpus.ts';
import { dossierProfile } from '../bench/dossierVault.ts';
import { setWindowSize, takeScreenshot } from '../support/launchApp.ts';
import { goToSection, startApp, unlock } from '../support/steps.ts';
import { testPassword } from '../support/testVault.ts';

const many = 5000;
let profile = '';
test.beforeAll(async () => {
  profile = await dossierProfile(dossierCorpus(many), false);
});
test.afterAll(() => rmSync(profile, { recursive: true, force: true }));

const grid = (page: Page) => page.getByRole('grid');
const rowsOf = (page: Page) =>
  grid(page)
    .getByRole('row')
    .filter({ has: page.getByRole('checkbox', { name: /^(Выбрать|Select): / }) });

async function takeBoth(page: Page, name: string): Promise<void> {
  for (const theme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme: theme });
    await takeScreenshot(page, `many-clients-${theme}-${name}`);
  }
  await page.emulateMedia({ colorScheme: 'light' });
}

/** Waits until the rows in sight, after a jump of the scroll bar, have been drawn and read. */
async function allRead(page: Page): Promise<void> {
  await page.evaluate(
    () => new Promise<void>((done) => requestAnimationFrame(() => requestAnimationFrame(() => done()))),
  );
  await expect(grid(page).locator('[aria-busy="true"]')).toHaveCount(0);
}

/**
 * Scrolls as a wheel does and says whether some row in sight had not been read at any moment. A turn comes when the
 * vault has answered what was asked before, so that a busy machine only turns more slowly.
 */
async function wheel(page: Page, times: number, by: number): Promise<boolean> {
  await page.evaluate(() => {
    const seen = { blank: false, stop: false };
    Object.assign(window, { seen });
    const look = (): void => {
      if (document.querySelector('[role="row"][aria-busy="true"]') !== null) seen.blank = true;
      if (!seen.stop) requestAnimationFrame(look);
    };
    look();
  });
  const box = await grid(page).boundingBox();
  if (box === null) throw new Error('The table is not there');
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
  for (let time = 0; time < times; time++) {
    await page.mouse.wheel(0, by);
    await page.evaluate(() => window.kamerton.call('clients.count', {}));
  }
  return page.evaluate(() => {
    const { seen } = window as unknown as { seen: { blank: boolean; stop: boolean } };
    seen.stop = true;
    return seen.blank;
  });
}

test('five thousand clients are sorted, searched, ticked and changed as a few are', async () => {
  const kamerton = await startApp('ru', { userDataDir: profile });
  try {
    const page = await kamerton.window();
    await setWindowSize(kamerton.app, 1280, 800);
    await unlock(page, testPassword);
    await goToSection(page, 'Клиенты');
    await expect(rowsOf(page).first()).toBeVisible();
    await expect(page.getByText('5 000 клиентов')).toBeVisible();
    await takeBoth(page, 'list');

    // Deep down by the wheel: no row stands empty. By the scroll bar: the rows come.
    expect(await wheel(page, 60, 300)).toBe(false);
    const scroller = grid(page).getByRole('presentation').first();
    await scroller.evaluate((list) => list.scrollTo({ top: list.scrollHeight / 2 }));
    await allRead(page);
    await takeBoth(page, 'deep');
    await rowsOf(page).nth(20).click();
    const deep = (await rowsOf(page).nth(20).getAttribute('aria-rowindex')) ?? '';
    expect(Number(deep)).toBeGreaterThan(2000);

    // A dossier and back: the list is where it was.
    await page.keyboard.press('Enter');
    await expect(page.getByRole('tab', { name: 'Люди' })).toBeVisible();
    await goToSection(page, 'Клиенты');
    await expect(grid(page).locator(`[aria-rowindex="${deep}"]`)).toHaveAttribute('aria-selected', 'true');

    // Another order begins at its beginning.
    await grid(page).getByRole('button', { name: 'Клиент', exact: true }).click();
    await expect(grid(page).locator('[aria-rowindex="3"]')).toHaveAttribute('aria-selected', 'true');
    await page.getByRole('button', { name: /^Кормилец/ }).click();
    await expect(page.getByText('1 666 из 5 000')).toBeVisible();

    // A range over rows that were never read: the first, and one far below.
    const bar = page.getByRole('toolbar', { name: 'Действия с выбранными' });
    const tick = (at: number) => rowsOf(page).nth(at).getByRole('checkbox');
    await tick(0).click({ force: true });
    await expect(bar).toContainText('Выбран 1');
    await scroller.evaluate((list) => list.scrollTo({ top: list.scrollHeight / 3 }));
    await allRead(page);
    const far = rowsOf(page).nth(12);
    await far.getByRole('checkbox').click({ force: true, modifiers: ['Shift'] });
    await expect(bar).toContainText(/Выбран[оы]? \d{3}/);
    await takeBoth(page, 'range');
    const chosen = Number(/\d[\d\s]*/.exec((await bar.textContent()) ?? '')?.[0].replaceAll(/\s/g, ''));
    expect(chosen).toBeGreaterThan(300);

    // By the keyboard: all that the filter lets through, none, two of them.
    await page.keyboard.press('Control+KeyA');
    await expect(bar).toContainText('Выбрано 1 666');
    // What the filter hides is not among the chosen, and is there again with it.
    await page.getByRole('button', { name: /^Эксперт/ }).click();
    await page.getByRole('button', { name: /^Кормилец/ }).click();
    await expect(bar).toBeHidden();
    await page.getByRole('button', { name: /^Кормилец/ }).click();
    await page.getByRole('button', { name: /^Эксперт/ }).click();
    await expect(bar).toContainText('Выбрано 1 666');
    await grid(page).focus();
    await page.keyboard.press('Escape');
    await expect(bar).toBeHidden();
    await page.keyboard.press('Home');
    await page.keyboard.press('KeyX');
    await page.keyboard.press('Shift+ArrowDown');
    await page.keyboard.press('Shift+ArrowDown');
    await expect(bar).toContainText('Выбраны 3');

    // One change of all three, and back.
    await bar.getByRole('button', { name: 'Следующий шаг…' }).click();
    const step = page.getByRole('dialog', { name: 'Следующий шаг для выбранных' });
    await step.getByLabel('Следующий шаг', { exact: true }).fill('Поздравить с годовщиной');
    await step.getByRole('button', { name: 'Записать' }).click();
    await expect(page.getByText('Изменены 3 клиента')).toBeVisible();
    await expect(grid(page).getByText('Поздравить с годовщиной')).toHaveCount(3);
    await takeBoth(page, 'changed');
    await page.getByRole('button', { name: 'Вернуть', exact: true }).click();
    await expect(grid(page).getByText('Поздравить с годовщиной')).toHaveCount(0);
    await page.keyboard.press('Escape');

    // The search narrows as one types; what nobody is called says so below the head of the table.
    await page.keyboard.press('Control+KeyF');
    await page.keyboard.type('екатеринбург', { delay: 20 });
    await expect(page.getByText(/^\d+ из 5\s000$/)).toBeVisible();
    await takeBoth(page, 'search');
    await page.keyboard.press('Control+KeyA');
    await page.keyboard.type('нетакогоклиента');
    await expect(page.getByText('По запросу «нетакогоклиента» никого не нашлось.')).toBeVisible();
    await expect(grid(page).getByRole('columnheader').nth(1)).toBeVisible();
    await takeBoth(page, 'empty');
    expect(kamerton.problems()).toEqual([]);
  } finally {
    await kamerton.close();
  }
});

test('the same in English', async () => {
  const kamerton = await startApp('en', { userDataDir: profile });
  try {
    const page = await kamerton.window();
    await setWindowSize(kamerton.app, 1280, 800);
    await page.getByRole('textbox', { name: 'Vault password' }).fill(testPassword);
    await page.getByRole('button', { name: 'Open', exact: true }).click();
    await page.getByRole('navigation').first().getByRole('button', { name: 'Clients' }).click();
    await expect(rowsOf(page).first()).toBeVisible();
    await expect(page.getByText('5,000 clients')).toBeVisible();
    await page.keyboard.press('Control+KeyA');
    await expect(page.getByRole('toolbar').last()).toContainText('5,000 selected');
    await takeBoth(page, 'english');
    expect(kamerton.problems()).toEqual([]);
  } finally {
    await kamerton.close();
  }
});
