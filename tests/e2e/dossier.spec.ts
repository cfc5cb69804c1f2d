import { expect, test } from '@playwright/test';
import { setWindowSize, takeScreenshot } from '../support/launchApp.ts';
import { goToSection, openExample, startApp } from '../support/steps.ts';

// One vault over the whole file: the dossier as a key account manager fills it between two calls.

const client = 'Тихвинский фарфор';

test('the dossier is filled between two calls', async () => {
  const kamerton = await startApp();
  try {
    const page = await kamerton.window();
    await setWindowSize(kamerton.app, 1440, 900);
    await openExample(page);
    await goToSection(page, 'Клиенты');
    await page.getByRole('button', { name: client }).first().click();
    await expect(page.getByRole('heading', { level: 1, name: client })).toBeVisible();

    // A line becomes a call and a promise, seen before they are written.
    await page.getByRole('tab', { name: 'История' }).click();
    const line = page.getByRole('textbox', { name: 'Записать одной строкой' });
    await line.fill('звонок Петровой: ждёт расчёт до пятницы');
    const preview = page.getByRole('group', { name: 'Что будет записано' });
    await expect(preview.getByText('Наше обещание')).toBeVisible();
    await expect(preview.getByText('Петрова').first()).toBeVisible();
    await takeScreenshot(page, 'dossier-quick-entry');
    await page.emulateMedia({ colorScheme: 'dark' });
    await takeScreenshot(page, 'dossier-quick-entry-dark');
    await page.emulateMedia({ colorScheme: 'light' });
    await line.press('Enter');
    await expect(page.getByText('В историю внесены 2 записи')).toBeVisible();
    await expect(page.getByText('Ждёт расчёт до пятницы')).toBeVisible();
    await page.getByRole('button', { name: 'Вернуть', exact: true }).click();
    await expect(page.getByText('Ждёт расчёт до пятницы')).toBeHidden();

    // A gift takes its price with it.
    await line.fill('подарок Петровой: набор фарфора за 2,5 тыс. р.');
    await expect(preview.getByText(/^2\s500\s₽$/)).toBeVisible();
    await line.press('Enter');
    await expect(page.getByText(/Подарок.*2\s500\s₽/).first()).toBeVisible();

    // The same from anywhere by the palette.
    await page.keyboard.press('Control+KeyK');
    await page
      .getByRole('textbox', { name: 'Поиск и действия' })
      .fill('встреча с Шадриным: пришлём смету завтра');
    await page.keyboard.press('Enter');
    const dialog = page.getByRole('dialog', { name: `${client}: записать одной строкой` });
    await expect(dialog.getByText('Пришлём смету', { exact: true })).toBeVisible();
    await takeScreenshot(page, 'dossier-quick-dialog');
    await dialog.getByRole('textbox', { name: 'Записать одной строкой' }).press('Enter');
    await expect(dialog).toBeHidden();
    await expect(page.getByText('Пришлём смету завтра')).toBeVisible();

    // Who of ours was there is said with the event.
    await page.getByRole('button', { name: 'Записать событие' }).click();
    const event = page.getByRole('dialog', { name: 'Что произошло' });
    await event.getByRole('textbox', { name: 'Коротко' }).fill('Осмотр площадки цеха № 4');
    await event.getByRole('combobox', { name: 'Кто от нас' }).click();
    await page.getByRole('option', { name: /Ермилов/ }).click();
    await page.keyboard.press('Tab');
    await takeScreenshot(page, 'dossier-event');
    // A form is answered before anything else is gone to: the page behind it stays.
    await page.keyboard.press('Control+Digit3');
    await page.keyboard.press('Control+KeyK');
    await expect(page.getByRole('textbox', { name: 'Поиск и действия' })).toBeHidden();
    await expect(event.getByRole('textbox', { name: 'Коротко' })).toHaveValue('Осмотр площадки цеха № 4');
    await event.getByRole('button', { name: 'Записать', exact: true }).click();
    await expect(event).toBeHidden();
    await expect(page.getByRole('heading', { level: 1, name: client })).toBeVisible();
    await expect(page.getByText('от нас Ермилов Д. В.').first()).toBeVisible();
    await takeScreenshot(page, 'dossier-history-ours');

    // A promise is settled where it is seen, kept or not, and that can be taken back.
    await page.getByRole('tab', { name: 'Обзор' }).click();
    await page.getByRole('button', { name: 'Сдержано: Пришлём смету' }).scrollIntoViewIfNeeded();
    await takeScreenshot(page, 'dossier-overview');
    await page.getByRole('button', { name: 'Действия с записью: Пришлём смету' }).click();
    await page.getByRole('menuitem', { name: 'Не сдержано' }).click();
    await expect(page.getByText('Не сдержано: Пришлём смету')).toBeVisible();
    await expect(page.getByRole('button', { name: 'Сдержано: Пришлём смету' })).toBeHidden();

    // What was edited in place is taken back by the keys that take back typing, each edit after the one behind it.
    for (const [was, city] of [
      ['Тихвин', 'Волхов'],
      ['Волхов', 'Кириши'],
    ] as const) {
      await page.getByRole('button', { name: `Город: ${was}` }).click();
      await page.getByRole('textbox', { name: 'Город' }).fill(city);
      await page.keyboard.press('Enter');
      await expect(page.getByRole('button', { name: `Город: ${city}` })).toBeVisible();
    }
    for (const city of ['Волхов', 'Тихвин']) {
      await page.keyboard.press('Control+KeyZ');
      await expect(page.getByRole('button', { name: `Город: ${city}` })).toBeVisible();
    }
    await expect(page.getByText('Возвращено, как было: Город').first()).toBeVisible();

    // A pasted card fills what is empty and asks before it replaces.
    await page.getByRole('button', { name: 'Вставить карточку предприятия' }).click();
    const card = page.getByRole('dialog', { name: 'Карточка предприятия' });
    await card
      .getByLabel('Текст карточки')
      .fill('ИНН 4715031005 КПП 471501001\nСайт: farfor.example.com\nр/с 40702810900000012007 БИК 044030786');
    await expect(card.getByRole('row', { name: /ИНН/ }).getByRole('checkbox')).not.toBeChecked();
    await expect(card.getByText('Проверьте:').first()).toBeVisible();
    await takeScreenshot(page, 'dossier-card');
    await card.getByRole('button', { name: 'Отмена' }).click();
    await expect(card).toBeHidden();

    // The client's own money is told in its currency: another one changes the sign, not the figures, and stays.
    const currency = page.getByRole('button', { name: /^Валюта клиента: / });
    const revenue = page.getByRole('button', { name: /^Выручка за год: 3.420.000.000.€$/ });
    await currency.click();
    await page.getByRole('menuitem', { name: 'евро, €' }).click();
    await expect(page.getByText(/Числа остались прежними/)).toBeVisible();
    await expect(revenue).toBeVisible();
    await revenue.scrollIntoViewIfNeeded();
    await setWindowSize(kamerton.app, 1280, 800);
    await takeScreenshot(page, 'dossier-currency');
    await goToSection(page, 'Клиенты');
    await page.getByRole('button', { name: client }).first().click();
    await expect(currency).toHaveAccessibleName('Валюта клиента: евро, €');
    await page.getByRole('button', { name: /^Выручка за год: подтверждено/ }).click();
    await expect(page.getByText(/^3.420.000.000.₽$/)).toBeVisible();
    await takeScreenshot(page, 'dossier-currency-before');
    await page.keyboard.press('Escape');
    // What is new with the client starts in it.
    await page.getByRole('tab', { name: 'Тендеры' }).click();
    await page.getByRole('button', { name: 'Новый тендер' }).click();
    const tender = page.getByRole('dialog', { name: 'Новый тендер' });
    await expect(tender.getByRole('combobox', { name: 'Валюта' })).toHaveValue('евро, €');
    await tender.getByLabel('Бюджет').fill('2,5 млн');
    await tender.getByLabel('День тендера').fill('01.10.2027');
    await tender.getByLabel('Название').fill('Сервис компрессоров на 2028 год');
    await takeScreenshot(page, 'dossier-tender');
    await tender.getByRole('button', { name: 'Отмена' }).click();
    await expect(tender).toBeHidden();
    await page.getByRole('tab', { name: 'Обзор' }).click();
    await setWindowSize(kamerton.app, 1440, 900);

    // How a fact is known is said beside it.
    await page.getByRole('button', { name: /^Потребности: не сказано/ }).click();
    await page.getByText('предположение', { exact: true }).click();
    await page.getByLabel('Откуда', { exact: true }).fill('слухи на выставке');
    await takeScreenshot(page, 'dossier-fact');
    await page.getByRole('button', { name: 'Сохранить' }).click();
    await expect(page.getByRole('button', { name: /^Потребности: предположение, слухи/ })).toBeVisible();

    // Dragging on the map writes influence and attitude.
    await page.getByRole('tab', { name: 'Люди' }).click();
    const node = page.getByRole('button', { name: /^.*Дроздов/ }).first();
    await node.click();
    await page.keyboard.press('Alt+ArrowUp');
    await expect(page.getByText(/^Дроздов\s.*, /).first()).toBeVisible();
    const box = await node.boundingBox();
    if (box === null) throw new Error('the map shows nobody');
    await page.mouse.move(box.x + box.width / 2, box.y + 12);
    await page.mouse.down();
    await page.mouse.move(box.x + box.width / 2 + 200, box.y - 60, { steps: 6 });
    await takeScreenshot(page, 'dossier-drag');
    await page.mouse.up();
    await page
      .getByRole('button', { name: 'определить' })
      .or(page.getByRole('button', { name: 'проверить' }))
      .first()
      .click();
    const quiz = page.getByRole('dialog', { name: /^Психотип/ });
    await quiz.getByText('Быстро и громко').click();
    await quiz.getByText('Цифры и факты').click();
    await takeScreenshot(page, 'dossier-psychotype');
    await quiz.getByRole('button', { name: 'Записать психотип' }).click();
    await expect(page.getByText(/В письме: итог в первой строке/)).toBeVisible();

    // Somebody who leaves keeps their history and is a lead at their new company.
    await page.getByRole('button', { name: 'Действия с человеком' }).click();
    await page.getByRole('menuitem', { name: 'Переход к другому клиенту' }).click();
    const move = page.getByRole('dialog', { name: /^Куда переходит/ });
    await move.getByText('В новую компанию').click();
    await move.getByLabel('Название').fill('Ладожский кварц');
    await move.getByRole('button', { name: 'Перенести' }).click();
    await expect(page.getByRole('heading', { level: 1, name: 'Ладожский кварц' })).toBeVisible();
    await expect(page.getByText('Прежнее место')).toBeVisible();
    await takeScreenshot(page, 'dossier-moved');
    await page.getByRole('button', { name: /^Полнота .*: показать части/ }).click();
    await expect(page.getByText('Из чего складывается полнота')).toBeVisible();
    await takeScreenshot(page, 'dossier-completeness');
    await page.getByRole('button', { name: 'История', exact: true }).click();
    await expect(page.getByRole('tab', { name: 'История' })).toHaveAttribute('aria-selected', 'true');

    // What is sold in a currency without a rate has no share, and the header leads to where a rate is entered.
    await page.getByRole('button', { name: 'Поставка', exact: true }).click();
    const delivery = page.getByRole('dialog', { name: 'Новая поставка' });
    await delivery.getByLabel('Что поставили').fill('Кварцевый песок');
    await delivery.getByLabel('Выручка').fill('12000');
    await delivery.getByLabel('Валюта').click();
    await page.getByRole('option', { name: /доллар США/ }).click();
    await delivery.getByRole('button', { name: 'Записать', exact: true }).click();
    await expect(delivery).toBeHidden();
    await takeScreenshot(page, 'dossier-no-rate');
    await page.getByRole('button', { name: 'нет курса USD' }).click();
    await expect(page.getByRole('heading', { name: 'Курсы валют' })).toBeVisible();
    expect(kamerton.problems()).toEqual([]);
  } finally {
    await kamerton.close();
  }
});

test('show mode names no other client and no type, and a birthday keeps its year', async () => {
  const kamerton = await startApp();
  try {
    const page = await kamerton.window();
    await setWindowSize(kamerton.app, 1280, 800);
    await openExample(page);
    await goToSection(page, 'Клиенты');
    // Opened as a file is opened: the second press does nothing to what the first one brought.
    await page.getByRole('button', { name: client }).first().dblclick();
    await expect(page.getByRole('heading', { level: 1, name: client })).toBeVisible();
    expect(await page.evaluate(() => document.getSelection()?.toString())).toBe('');

    // A year of two digits is a year, and a month may be a word.
    await page.getByRole('tab', { name: 'Люди' }).click();
    await page
      .getByRole('button', { name: /^.*Дроздов/ })
      .first()
      .click();
    for (const [typed, shown] of [
      ['12.03.75', '12.03.1975'],
      ['3 марта', '03.03'],
    ] as const) {
      await page.getByRole('button', { name: 'Действия с человеком' }).click();
      await page.getByRole('menuitem', { name: 'Изменить' }).click();
      const editor = page.getByRole('dialog', { name: /^Дроздов/ });
      await editor.getByLabel('День рождения').fill(typed);
      await editor.getByRole('button', { name: 'Сохранить', exact: true }).click();
      await expect(editor).toBeHidden();
      await expect(page.getByRole('definition').filter({ hasText: shown })).toBeVisible();
    }

    // What the client must not read over the shoulder.
    const type = page.getByText('Кормилец', { exact: true });
    await expect(type).toBeVisible();
    await page.getByRole('button', { name: 'Показ', exact: true }).click();
    await expect(type).toBeHidden();
    await takeScreenshot(page, 'dossier-show');
    // What is open for editing is covered as it stands, and comes back with what was typed.
    await page.getByRole('button', { name: 'Показ включён' }).click();
    await page.getByRole('button', { name: 'Действия с человеком' }).click();
    await page.getByRole('menuitem', { name: 'Изменить' }).click();
    const open = page.getByRole('dialog');
    const contact = open.getByLabel('Как лучше связаться');
    await contact.fill('после обеда');
    await page.keyboard.press('F8');
    await expect(open).toBeVisible();
    await expect(contact).toBeHidden();
    await expect(open.getByText('Психотип')).toBeHidden();
    await page.keyboard.press('F8');
    await expect(contact).toHaveValue('после обеда');
    await expect(contact).toBeFocused();
    await open.getByRole('button', { name: 'Отмена' }).click();
    await page.getByRole('button', { name: 'Закрыть без сохранения' }).click();
    await page.getByRole('button', { name: 'Показ', exact: true }).click();
    await page.getByRole('button', { name: 'Настройки' }).click();
    await page.getByRole('button', { name: 'Рекомендации' }).click();
    await expect(page.getByText(/^Рекомендации скрыты/)).toBeVisible();
    await expect(page.getByText('Гжатская керамика')).toBeHidden();
    await page.getByRole('button', { name: 'Недавно удалённое' }).click();
    await expect(page.getByText(/^Удалённое скрыто/)).toBeVisible();
    await goToSection(page, 'Библиотека');
    await expect(page.getByText(/^Библиотека скрыта/)).toBeVisible();
    await page.getByRole('button', { name: 'Показ включён' }).click();
    await expect(page.getByRole('tab', { name: 'Шаблоны' })).toBeVisible();
    await page.getByRole('button', { name: 'Настройки', exact: true }).click();
    await page.getByRole('button', { name: 'Рекомендации' }).click();
    await expect(page.getByText('Гжатская керамика')).toBeVisible();
    expect(kamerton.problems()).toEqual([]);
  } finally {
    await kamerton.close();
  }
});

test('what cannot be read keeps a form open, and a tender whose day has passed is not ahead', async () => {
  const kamerton = await startApp();
  try {
    const page = await kamerton.window();
    await setWindowSize(kamerton.app, 1280, 800);
    await openExample(page);
    await goToSection(page, 'Тендеры');
    await page.getByText('Воздух корпуса инъекций').first().click();
    await expect(page.getByText(/^День тендера прошёл/)).toBeVisible();
    // The currency of a tender changes what its sums are in, and comes back.
    await page.getByRole('button', { name: 'Действия с тендером' }).click();
    await page.getByRole('menuitem', { name: 'евро, €' }).click();
    await expect(page.getByRole('button', { name: /^Бюджет: 34\s000\s000\s€$/ })).toBeVisible();
    await page.getByRole('button', { name: 'Вернуть', exact: true }).click();
    await expect(page.getByRole('button', { name: /^Бюджет: 34\s000\s000\s₽$/ })).toBeVisible();
    // A state chosen by a slip comes back, and the day of the decision with it.
    const state = (word: string) => page.getByRole('button', { name: `Состояние: ${word}` });
    await state('заявка подана').click();
    await page.getByRole('menuitem', { name: 'проигран' }).click();
    await page.getByRole('button', { name: /^Когда решили/ }).click();
    await page.getByRole('textbox', { name: 'Когда решили' }).fill('12.11.2026');
    await page.keyboard.press('Enter');
    // Reasons of a loss are none of a victory, and come back with the state. The heading is the tender's name alone.
    const reason = page
      .getByRole('group', { name: /^Почему|^Причины/ })
      .getByRole('button', { name: /^цена/i });
    await reason.click();
    await expect(reason).toHaveAttribute('aria-pressed', 'true');
    await state('проигран').click();
    await page.getByRole('menuitem', { name: 'выигран' }).click();
    await expect(reason).toHaveAttribute('aria-pressed', 'false');
    await page
      .getByRole('alert')
      .filter({ hasText: 'выигран' })
      .getByRole('button', { name: 'Вернуть' })
      .click();
    await expect(reason).toHaveAttribute('aria-pressed', 'true');
    await expect(page.getByRole('heading', { level: 1 })).toHaveAccessibleName(/^Воздух корпуса/);
    await state('проигран').click();
    await page.getByRole('menuitem', { name: 'готовимся' }).click();
    await page
      .getByRole('alert')
      .filter({ hasText: 'готовимся' })
      .getByRole('button', { name: 'Вернуть' })
      .click();
    await expect(page.getByRole('button', { name: 'Когда решили: 12.11.2026' })).toBeVisible();

    await goToSection(page, 'Клиенты');
    await page.getByRole('button', { name: client }).first().click();
    await page.getByRole('tab', { name: 'История' }).click();
    await page.getByRole('button', { name: 'Поставка', exact: true }).click();
    const delivery = page.getByRole('dialog', { name: 'Новая поставка' });
    const submit = delivery.getByRole('button', { name: 'Записать', exact: true });
    const profit = delivery.getByLabel('Прибыль');
    await delivery.getByLabel('Что поставили').fill('Насосы дренажные');
    await delivery.getByLabel('Выручка').fill('1,5 млн');
    await profit.fill('30 %');
    await submit.click();
    await expect(delivery.getByText('Это не число')).toBeVisible();
    await expect(profit).toBeFocused();
    await expect(profit).toHaveValue('30 %');
    await takeScreenshot(page, 'dossier-not-a-sum');

    // A press beside the form and Escape ask first; what was typed stays.
    const leaving = page.getByRole('dialog', { name: 'Закрыть без сохранения?' });
    await page.mouse.click(8, 400);
    await leaving.getByRole('button', { name: 'Остаться' }).click();
    await page.keyboard.press('Escape');
    await expect(leaving).toBeVisible();
    await takeScreenshot(page, 'dossier-leave-form');
    await page.keyboard.press('Escape');
    await expect(leaving).toBeHidden();
    await expect(delivery.getByLabel('Что поставили')).toHaveValue('Насосы дренажные');

    // A slip in the year would make a silent client look well.
    await delivery.getByLabel('День').fill('31.12.2096');
    await profit.fill('450 тыс.');
    await submit.click();
    await expect(delivery.getByText(/^Больше чем на\sгод вперёд/)).toBeVisible();
    await delivery.getByLabel('День').fill('02.11.2026');

    // The key that submits from anywhere takes the sum that is being typed.
    await profit.fill('460 тыс.');
    await page.keyboard.press('Control+Enter');
    await expect(delivery).toBeHidden();
    await page
      .getByRole('button', { name: /поставк/ })
      .first()
      .click();
    await expect(page.getByText('Насосы дренажные')).toBeVisible();
    await expect(page.getByText(/^прибыль 460\s000/)).toBeVisible();
    expect(kamerton.problems()).toEqual([]);
  } finally {
    await kamerton.close();
  }
});
