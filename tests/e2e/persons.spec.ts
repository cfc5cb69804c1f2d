import { expect, test } from '@playwright/test';
import { copyFileSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readExported } from '../support/exported.ts';
import { chooseSavePath, projectFolder, setWindowSize, takeScreenshot } from '../support/launchApp.ts';
import { goToSection, openExample, startApp } from '../support/steps.ts';

// What is owed to the people of a dossier: a veil, a consent, everything about them, an end.

const client = 'Тихвинский фарфор';

test('sensitive facts stay behind a veil, a person is told everything and erased with an act', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'kamerton-persons-'));
  const kamerton = await startApp();
  try {
    const page = await kamerton.window();
    await setWindowSize(kamerton.app, 1440, 900);
    await openExample(page);
    await goToSection(page, 'Клиенты');
    await page.getByRole('button', { name: client }).first().click();
    await page.getByRole('tab', { name: 'Люди' }).click();
    const card = page.getByRole('complementary', { name: 'Карточка человека' });
    const health = card.getByText('После операции на колене');

    // The map shows who is at odds; it is saved as a picture, put into the private sheet, drawn closer or smaller.
    await expect(card.getByText('Успеют ли пустить вторую печь')).toBeVisible();
    await chooseSavePath(kamerton.app, join(folder, 'карта.png'));
    await page.getByRole('button', { name: 'Что сделать с картой' }).click();
    await page.getByRole('menuitem', { name: 'Сохранить картинкой' }).click();
    await expect(page.getByText('Карта сохранена')).toBeVisible();
    const png = readFileSync(join(folder, 'карта.png'));
    expect(png.subarray(1, 4).toString('latin1')).toBe('PNG');
    expect(png.readUInt32BE(16)).toBeGreaterThan(2000);
    copyFileSync(join(folder, 'карта.png'), join(projectFolder, 'out', 'screenshots', 'persons-picture.png'));
    await page.getByRole('button', { name: 'Что сделать с картой' }).click();
    await page.getByRole('menuitem', { name: 'Вложить в личный лист к встрече' }).click();
    await expect(page.getByText('Карта вложена')).toBeVisible();
    // Drawn closer it grows around the chosen person; by the wheel, around the pointer; its ground draws it along.
    const map = page.getByRole('group', { name: /^Карта группы/ });
    const middleOf = async (person: RegExp) => {
      const box = await map.getByRole('button', { name: person }).boundingBox();
      if (box === null) throw new Error('The map shows nobody of that name');
      return { x: box.x + box.width / 2, y: box.y };
    };
    const widthOf = async (person: RegExp) =>
      (await map.getByRole('button', { name: person }).boundingBox())?.width ?? 0;
    const isNear = (one: { x: number; y: number }, other: { x: number; y: number }) =>
      Math.hypot(one.x - other.x, one.y - other.y) < 24;
    /** Where somebody stands when nothing moves any more. */
    const restOf = async (person: RegExp) => {
      let before = await middleOf(person);
      const rests = async () => {
        const now = await middleOf(person);
        const isSame = now.x === before.x && now.y === before.y;
        before = now;
        return isSame;
      };
      await expect.poll(rests, { intervals: [400] }).toBe(true);
      return before;
    };
    const chosen = await restOf(/Вересов/);
    await page.getByRole('button', { name: 'Крупнее' }).click();
    await page.getByRole('button', { name: 'Крупнее' }).click();
    await expect.poll(async () => isNear(await middleOf(/Вересов/), chosen)).toBe(true);
    await takeScreenshot(page, 'persons-map-large');
    const pointed = await restOf(/Петрова/);
    const wide = await widthOf(/Петрова/);
    await page.mouse.move(pointed.x, pointed.y);
    await page.keyboard.down('Control');
    await page.mouse.wheel(0, -120);
    await page.keyboard.up('Control');
    await expect.poll(async () => (await widthOf(/Петрова/)) / wide).toBeCloseTo(2 / 1.5, 1);
    await expect.poll(async () => isNear(await middleOf(/Петрова/), pointed)).toBe(true);
    const drawn = await restOf(/Петрова/);
    const ground = await map.boundingBox();
    if (ground === null) throw new Error('There is no map');
    await page.mouse.move(ground.x + 8, ground.y + 80);
    await page.mouse.down();
    await page.mouse.move(ground.x + 68, ground.y + 60, { steps: 4 });
    await page.mouse.up();
    expect(isNear(await middleOf(/Петрова/), { x: drawn.x + 60, y: drawn.y - 20 })).toBe(true);
    await page.getByRole('button', { name: 'Мельче' }).click();
    for (let step = 0; step < 4; step += 1) await page.getByRole('button', { name: 'Мельче' }).click();
    await takeScreenshot(page, 'persons-map-small');
    for (let step = 0; step < 2; step += 1) await page.getByRole('button', { name: 'Крупнее' }).click();
    await page
      .getByRole('button', { name: /Петрова/ })
      .first()
      .click();
    await expect(page.getByText('конфликт: Шадрин')).toBeVisible();
    await takeScreenshot(page, 'persons-map');
    await page.emulateMedia({ colorScheme: 'dark' });
    await takeScreenshot(page, 'persons-map-dark');
    await page.emulateMedia({ colorScheme: 'light' });
    await page
      .getByRole('button', { name: /Вересов/ })
      .first()
      .click();

    // The veil opens when asked and closes with the card and with show mode.
    await expect(health).toBeHidden();
    await card.getByRole('button', { name: 'показать' }).click();
    await expect(health).toBeVisible();
    await expect(card.getByText(/здоровье, согласие .* \(подписанное согласие\)/)).toBeVisible();
    await health.scrollIntoViewIfNeeded();
    await takeScreenshot(page, 'persons-veil');
    await page
      .getByRole('button', { name: /Петрова/ })
      .first()
      .click();
    await page
      .getByRole('button', { name: /Вересов/ })
      .first()
      .click();
    await expect(health).toBeHidden();
    await card.getByRole('button', { name: 'показать' }).click();
    await page
      .getByRole('button', { name: /Показ/ })
      .first()
      .click();
    await expect(health).toBeHidden();
    await page
      .getByRole('button', { name: /Показ/ })
      .first()
      .click();
    await expect(health).toBeHidden();

    // A sensitive fact asks for its consent.
    await card.getByRole('button', { name: 'Действия с человеком' }).click();
    await page.getByRole('menuitem', { name: 'Изменить' }).click();
    const editor = page.getByRole('dialog', { name: 'Вересов Андрей Николаевич' });
    await editor.getByRole('button', { name: 'Добавить факт' }).click();
    await editor.getByLabel('Факт', { exact: true }).last().fill('Соблюдает пост');
    await editor.getByRole('checkbox', { name: 'Деликатный' }).last().check();
    await editor.getByRole('button', { name: 'Сохранить', exact: true }).click();
    await expect(editor.getByText('Укажите источник, цель')).toBeVisible();
    await takeScreenshot(page, 'persons-consent');
    await editor.getByRole('checkbox', { name: 'Деликатный' }).last().uncheck();
    await editor.getByRole('button', { name: 'Сохранить', exact: true }).click();
    await expect(editor).toBeHidden();

    // Everything about a person goes out after it was said what is in it.
    await chooseSavePath(kamerton.app, join(folder, 'всё.docx'));
    await card.getByRole('button', { name: 'Действия с человеком' }).click();
    await page.getByRole('menuitem', { name: 'Всё об этом человеке' }).click();
    const all = page.getByRole('dialog', { name: /^Всё о человеке/ });
    await takeScreenshot(page, 'persons-all');
    await all.getByRole('button', { name: 'Сохранить файлы' }).click();
    await expect(page.getByText('Сохранено всё об этом человеке')).toBeVisible();
    const { text } = readExported(join(folder, 'всё.docx'));
    expect(text).toContain('После операции на колене');
    expect(text).not.toContain('Шадрин');
    expect(JSON.parse(readFileSync(join(folder, 'всё.json'), 'utf8'))).toMatchObject({
      cards: [{ lastName: 'Вересов' }],
    });

    // Off: the fact is out of sight and can only be erased.
    await page.getByRole('button', { name: 'Настройки' }).click();
    await page.getByRole('button', { name: 'Персональные данные' }).click();
    await expect(page.getByText('1 факт в хранилище')).toBeVisible();
    await page.getByRole('switch', { name: 'Вести деликатные факты' }).click({ force: true });
    await expect(page.getByText('Факты останутся внутри')).toBeVisible();
    await takeScreenshot(page, 'persons-settings');
    await page.emulateMedia({ colorScheme: 'dark' });
    await takeScreenshot(page, 'persons-settings-dark');
    await page.emulateMedia({ colorScheme: 'light' });
    await goToSection(page, 'Клиенты');
    await page.getByRole('button', { name: client }).first().click();
    await page.getByRole('tab', { name: 'Люди' }).click();
    await expect(card.getByText('Внутри остался 1 факт')).toBeVisible();
    await card.getByText('Внутри остался 1 факт').scrollIntoViewIfNeeded();
    await takeScreenshot(page, 'persons-off');

    // Erased in two steps; the card, the name in other records and the search are gone, the act is there.
    await page
      .getByRole('button', { name: /Петрова/ })
      .first()
      .click();
    await card.getByRole('button', { name: 'Действия с человеком' }).click();
    await page.getByRole('menuitem', { name: 'Стереть данные человека…' }).click();
    const erase = page.getByRole('dialog', { name: /^Стереть данные/ });
    await expect(erase.getByText('Где имя стоит в тексте')).toBeVisible();
    await takeScreenshot(page, 'persons-erase');
    await page.emulateMedia({ colorScheme: 'dark' });
    await takeScreenshot(page, 'persons-erase-dark');
    await page.emulateMedia({ colorScheme: 'light' });
    await erase.getByRole('button', { name: 'Дальше' }).click();
    const sure = page.getByRole('dialog', { name: 'Стереть без возврата?' });
    await expect(sure.getByRole('button', { name: 'Стереть навсегда' })).toBeDisabled();
    await sure.getByRole('textbox').fill('петрова');
    await takeScreenshot(page, 'persons-erase-sure');
    await sure.getByRole('button', { name: 'Стереть навсегда' }).click();
    await expect(page.getByText('Данные стёрты. Акт № 1')).toBeVisible();
    await expect(page.getByRole('button', { name: /Петрова/ })).toHaveCount(0);
    await page.getByRole('tab', { name: 'История' }).click();
    await expect(page.getByText('[стёрто]').first()).toBeVisible();
    await expect(page.getByText(/Петров/)).toHaveCount(0);
    await takeScreenshot(page, 'persons-erased');
    await page.keyboard.press('Control+KeyK');
    const palette = page.getByRole('dialog');
    await page.getByRole('textbox', { name: 'Поиск и действия' }).fill('Вересов');
    await expect(palette.getByRole('button', { name: /^Вересов/ })).toBeVisible();
    await page.getByRole('textbox', { name: 'Поиск и действия' }).fill('Петрова');
    await expect(palette.getByRole('button', { name: /Петрухин/ })).toBeVisible();
    await expect(palette.getByRole('button', { name: /Петрова/ })).toHaveCount(0);
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Настройки' }).click();
    await page.getByRole('button', { name: 'Персональные данные' }).click();
    await chooseSavePath(kamerton.app, join(folder, 'акт.docx'));
    await page.getByRole('button', { name: 'Сохранить акт № 1' }).click();
    await expect(page.getByText('Акт сохранён')).toBeVisible();
    await takeScreenshot(page, 'persons-act');
    await page.getByRole('button', { name: 'Язык' }).click();
    await page.getByRole('radio', { name: 'English' }).check();
    await page.getByRole('button', { name: 'Personal data' }).click();
    await takeScreenshot(page, 'persons-act-en');
    await page.getByRole('button', { name: 'Clients' }).first().click();
    await page.getByRole('button', { name: client }).first().click();
    await page.getByRole('tab', { name: 'People' }).click();
    await page.getByRole('button', { name: 'Actions with the person' }).click();
    await page.getByRole('menuitem', { name: 'Erase the person’s data…' }).click();
    await expect(page.getByText('Will be erased')).toBeVisible();
    await takeScreenshot(page, 'persons-erase-en');
    const act = readExported(join(folder, 'акт.docx'));
    expect(act.text).toContain('Акт об уничтожении персональных данных № 1');
    expect(act.everything).not.toContain('Петров');
    expect(kamerton.problems()).toEqual([]);
  } finally {
    await kamerton.close();
    rmSync(folder, { recursive: true, force: true });
  }
});
