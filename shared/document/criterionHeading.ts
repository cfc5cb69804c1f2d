import type { Language } from '../domain/language.ts';
import type { CriterionKey, OwnTermKey } from '../domain/person.ts';

type Headings = Readonly<Record<Exclude<CriterionKey, OwnTermKey>, string>>;

/** What is printed speaks to the client, not of them: the dossier's «знание их дела» is no heading for their eyes. */
const headings: Readonly<Record<Language, Headings>> = {
  ru: {
    exclusiveTerms: 'Особые условия',
    statusRecognition: 'Ваше место среди наших клиентов',
    businessKnowledge: 'Что мы знаем о\u00a0вашем деле',
    price: 'Цена',
    ownershipCost: 'Стоимость владения',
    paymentTerms: 'Порядок оплаты',
    payback: 'Окупаемость',
    reliability: 'Надёжность',
    serviceLevel: 'Сервис',
    technicalFit: 'Соответствие техническому заданию',
    launchTime: 'Срок запуска',
    references: 'Рекомендации',
    training: 'Обучение',
    relations: 'С\u00a0кем вы будете работать',
    compliance: 'Документы и\u00a0нормы',
    safety: 'Безопасность',
  },
  en: {
    exclusiveTerms: 'Terms reserved for you',
    statusRecognition: 'Your place among our clients',
    businessKnowledge: 'What we know of your business',
    price: 'Price',
    ownershipCost: 'Cost of ownership',
    paymentTerms: 'Payment terms',
    payback: 'Payback',
    reliability: 'Reliability',
    serviceLevel: 'Service',
    technicalFit: 'Match with your specification',
    launchTime: 'Time to launch',
    references: 'References',
    training: 'Training',
    relations: 'Who you will work with',
    compliance: 'Documents and standards',
    safety: 'Safety',
  },
};

/**
 * The printed sub-heading over what answers a criterion; `names` = the user's own criteria by key (GLOSSARY: свой
 * критерий). '' for an own one whose name is gone.
 */
export function criterionHeading(
  criterion: CriterionKey,
  language: Language,
  names: Readonly<Record<string, string>>,
): string {
  const shipped: Readonly<Record<string, string>> = headings[language];
  const name = names[criterion]?.trim() ?? '';
  return shipped[criterion] ?? name.slice(0, 1).toUpperCase() + name.slice(1);
}
