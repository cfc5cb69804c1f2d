import type { Language } from '../domain/language.ts';
import type { ShippedRole } from '../domain/person.ts';

/** Words of the letter that opens one reader's copy. `section` is the printed title of their section. */
type LetterWords = {
  readonly known: (years: string) => string;
  readonly roles: Readonly<Record<ShippedRole, (section: string) => string>>;
  /** For a reader whose role has no section in the document. */
  readonly plain: string;
  readonly one: string;
};

export const letterWords: Readonly<Record<Language, LetterWords>> = {
  ru: {
    known: (year) =>
      `Мы работаем вместе с\u00a0${year}\u00a0года, и\u00a0предложение опирается на\u00a0этот опыт.`,
    roles: {
      ceo: (section) =>
        `Решение по\u00a0этому проекту остаётся за\u00a0вами, поэтому ваш экземпляр начинается с\u00a0раздела «${section}»: что закрепляем за\u00a0предприятием, какой риск берём на\u00a0себя и\u00a0кто отвечает лично.`,
      hr: (section) =>
        `Проект держится на\u00a0людях, поэтому ваш экземпляр начинается с\u00a0раздела «${section}»: кто уже прошёл этот путь и\u00a0готов ответить на\u00a0ваш звонок, как пройдёт обучение и\u00a0сколько времени оно займёт у\u00a0сотрудников.`,
      finance: (section) =>
        `Ваш экземпляр начинается с\u00a0раздела «${section}»: полная сумма, график платежей и\u00a0порядок расчёта, который можно проверить построчно.`,
      technical: (section) =>
        `Ваш экземпляр начинается с\u00a0раздела «${section}»: состав решения, измеримые уровни сервиса и\u00a0план запуска по\u00a0неделям.`,
      procurement: (section) =>
        `Ваш экземпляр начинается с\u00a0раздела «${section}»: он собран так, чтобы предложение было удобно сравнить с\u00a0другими и\u00a0приложить к\u00a0закупочному делу.`,
      security: (section) =>
        `Ваш экземпляр начинается с\u00a0раздела «${section}»: порядок доступа, защита сведений и\u00a0документы для проверки поставщика.`,
      legal: (section) =>
        `Ваш экземпляр начинается с\u00a0раздела «${section}»: обязательства, пределы ответственности и\u00a0правовая природа этого предложения.`,
      user: (section) =>
        `Работать с\u00a0результатом будете вы и\u00a0ваши коллеги, поэтому ваш экземпляр начинается с\u00a0раздела «${section}»: что изменится в\u00a0обычном дне и\u00a0кто поможет в\u00a0первые недели.`,
      other: (section) =>
        `Ваш экземпляр начинается с\u00a0раздела «${section}»: в\u00a0нём собрано то, о\u00a0чём вы спрашивали.`,
    },
    plain: 'Предложение готовили для нескольких участников решения; ваш экземпляр содержит все его разделы.',
    one: 'Цены, сроки и\u00a0условия во\u00a0всех экземплярах одни и\u00a0те же: отличается только порядок чтения. На\u00a0вопросы отвечу лично.',
  },
  en: {
    known: (year) => `We have worked together since ${year}, and this proposal builds on that experience.`,
    roles: {
      ceo: (section) =>
        `The decision on this project is yours, so your copy opens with “${section}”: what we reserve for your company, which risk we carry and who answers in person.`,
      hr: (section) =>
        `The project stands or falls with people, so your copy opens with “${section}”: who has been through it and will take your call, how training runs and how much of your staff’s time it takes.`,
      finance: (section) =>
        `Your copy opens with “${section}”: the full amount, the payment schedule and a calculation you can check line by line.`,
      technical: (section) =>
        `Your copy opens with “${section}”: what the solution consists of, service levels you can measure and a launch plan by week.`,
      procurement: (section) =>
        `Your copy opens with “${section}”: it is arranged so that the offer is easy to compare with others and to file with the purchase.`,
      security: (section) =>
        `Your copy opens with “${section}”: access, protection of information and the papers for checking a supplier.`,
      legal: (section) =>
        `Your copy opens with “${section}”: obligations, limits of liability and the legal nature of this offer.`,
      user: (section) =>
        `You and your colleagues will work with the result, so your copy opens with “${section}”: what changes in an ordinary day and who helps in the first weeks.`,
      other: (section) => `Your copy opens with “${section}”: it answers what you asked about.`,
    },
    plain:
      'The proposal was prepared for several people who take part in the decision; your copy holds all its sections.',
    one: 'Prices, dates and terms are the same in every copy: only the order of reading differs. I will be glad to answer your questions in person.',
  },
};
