import type { Language } from '../../../shared/domain/language.ts';
import { namePartsOf, shortName } from '../../../shared/domain/nameForms.ts';

/** A colleague of ours as a narrow column says it: «Мельник С. Ю.». */
export const shortColleague = (name: string, language: Language): string =>
  shortName(namePartsOf(name), language);
