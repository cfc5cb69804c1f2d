/** Legal forms in full, folded, with what they are abbreviated to. */
const fullForms: readonly (readonly [RegExp, string])[] = [
  [/^общество с ограниченной ответственностью/i, 'ООО'],
  [/^публичное акционерное общество/i, 'ПАО'],
  [/^непубличное акционерное общество/i, 'АО'],
  [/^закрытое акционерное общество/i, 'ЗАО'],
  [/^открытое акционерное общество/i, 'ОАО'],
  [/^акционерное общество/i, 'АО'],
  [/^индивидуальный предприниматель/i, 'ИП'],
  [/^федеральное государственное унитарное предприятие/i, 'ФГУП'],
  [/^государственное унитарное предприятие/i, 'ГУП'],
  [/^муниципальное унитарное предприятие/i, 'МУП'],
  [/^федеральное государственное бюджетное учреждение/i, 'ФГБУ'],
  [/^государственное бюджетное учреждение(?: здравоохранения)?/i, 'ГБУ'],
  [/^автономная некоммерческая организация/i, 'АНО'],
];
const shortForms = /^(ООО|ПАО|НАО|ЗАО|ОАО|АО|ИП|ФГУП|ГУП|МУП|ФГБУ|ГБУЗ|ГБУ|АНО|НКО)(?=[\s«"“„])/u;
const latinForms = /[\s,]+(Ltd\.?|LLC|Inc\.?|GmbH|AG|S\.?A\.?|B\.?V\.?|PLC|JSC)$/iu;

/** A company's name taken apart: `ООО «Ромашка»` is the form ООО and the name Ромашка. The form is empty where there is none. */
export function splitCompanyName(text: string): { readonly legalForm: string; readonly name: string } {
  const tidy = text.replace(/\s+/g, ' ').trim();
  // Quotes around the whole name go, those around a part of it stay: «Мста» и сыновья.
  const bare = (rest: string): string => {
    const whole = rest.trim();
    // «Завод «Точмаш»: typed like that, one mark closes both.
    const nested = /^[«"“„]([^«»"“”„]+[«"“„][^«»"“”„]+[»"”])[»"”]?$/u.exec(whole)?.[1];
    if (nested !== undefined) return nested.trim();
    const within = whole.replace(/^[«"“„]+|[»"”]+$/gu, '');
    return (/[«»"“”„]/u.test(within) ? rest : within).trim();
  };
  const short = shortForms.exec(tidy);
  if (short?.[1] !== undefined) return { legalForm: short[1], name: bare(tidy.slice(short[0].length)) };
  for (const [pattern, legalForm] of fullForms) {
    const match = pattern.exec(tidy);
    if (match !== null) return { legalForm, name: bare(tidy.slice(match[0].length)) };
  }
  const behind = /^(.+?)[»"”]?(?:,\s*|\s+)(ООО|ПАО|АО|ЗАО|ОАО|ИП)$/u.exec(tidy);
  if (behind?.[1] !== undefined && behind[2] !== undefined)
    return { legalForm: behind[2], name: bare(behind[1]) };
  const latin = latinForms.exec(tidy);
  if (latin?.[1] !== undefined) return { legalForm: latin[1], name: bare(tidy.slice(0, latin.index)) };
  return { legalForm: '', name: bare(tidy) };
}
