import type { Language } from './language.ts';

/** Russian legal forms as an English paper names them. */
const englishForms: Readonly<Record<string, string>> = {
  ООО: 'LLC',
  АО: 'JSC',
  ЗАО: 'JSC',
  ОАО: 'JSC',
  ПАО: 'PJSC',
  НАО: 'JSC',
};

/** Marks inside a quoted name become „inner“ ones; marks around the whole name are taken off first. */
function innerQuotes(name: string): string {
  const bare = /^«([^«»]*)»$/.exec(name)?.[1] ?? name;
  let open = false;
  return bare
    .replaceAll('«', '„')
    .replaceAll('»', '“')
    .replace(/"/g, () => {
      open = !open;
      return open ? '„' : '“';
    });
}

/**
 * A company as a paper names it: `АО «Тихвинский фарфор»`; a name with marks of its own gets inner ones, `ООО
 * «Группа „Север“»`; a sole trader goes without quotes, `ИП Зимин Р. А.`. English: `Tikhvin Porcelain JSC`.
 * GLOSSARY: кавычки.
 */
export function quotedName(
  company: { readonly name: string; readonly legalForm: string },
  language: Language,
): string {
  const name = company.name.trim();
  const form = company.legalForm.trim();
  if (name === '') return '';
  if (language === 'en') {
    if (form === 'ИП') return name;
    return [name, englishForms[form] ?? form].filter((part) => part !== '').join('\u00A0');
  }
  if (form === 'ИП') return `ИП\u00A0${name}`;
  // A Latin form stands after the name in every language: Ltd, GmbH.
  if (/^[A-Za-z]/.test(form)) return `${innerQuotes(name)}\u00A0${form}`;
  const quoted = `«${innerQuotes(name)}»`;
  return form === '' ? quoted : `${form}\u00A0${quoted}`;
}
