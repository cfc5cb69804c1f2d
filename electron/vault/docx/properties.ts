import type { Language } from '../../../shared/domain/language.ts';
import { languageTag } from './scripts.ts';
import { escapeText, xmlHead } from './xml.ts';

/** What a file says about itself. The author is the company: no person's or computer's name leaves with it. */
export type FileProperties = {
  readonly title: string;
  readonly subject: string;
  readonly companyName: string;
  readonly number: string;
  readonly edition: number;
  readonly createdAtMs: number;
  readonly savedAtMs: number;
};

function instant(name: string, atMs: number): string {
  const text = `${new Date(atMs).toISOString().slice(0, -'.000Z'.length)}Z`;
  return `<dcterms:${name} xsi:type="dcterms:W3CDTF">${text}</dcterms:${name}>`;
}

export function corePropertiesXml(properties: FileProperties, language: Language): string {
  const company = escapeText(properties.companyName);
  return (
    `${xmlHead}<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" ` +
    'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">' +
    `<dc:title>${escapeText(properties.title)}</dc:title><dc:subject>${escapeText(properties.subject)}</dc:subject>` +
    `<dc:creator>${company}</dc:creator><cp:lastModifiedBy>${company}</cp:lastModifiedBy><cp:revision>${properties.edition}</cp:revision>` +
    `${instant('created', properties.createdAtMs)}${instant('modified', properties.savedAtMs)}` +
    `<dc:language>${languageTag[language]}</dc:language></cp:coreProperties>`
  );
}

export function appPropertiesXml(properties: FileProperties): string {
  return (
    `${xmlHead}<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties">` +
    `<Application>Kamerton</Application><Company>${escapeText(properties.companyName)}</Company></Properties>`
  );
}

const customNames: Readonly<Record<Language, { readonly number: string; readonly edition: string }>> = {
  ru: { number: 'Номер', edition: 'Редакция' },
  en: { number: 'Number', edition: 'Edition' },
};

/** Custom properties: number and edition, so that a returned file is known again. */
export function customPropertiesXml(properties: FileProperties, language: Language): string {
  const names = customNames[language];
  // The format id of user-defined properties (ECMA-376 part 1, §22.3.2.2); ids begin at 2.
  const property = (id: number, name: string, value: string) =>
    `<property fmtid="{D5CDD505-2E9C-101B-9397-08002B2CF9AE}" pid="${id}" name="${name}">${value}</property>`;
  return (
    `${xmlHead}<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties" ` +
    'xmlns:vt="http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes">' +
    property(2, names.number, `<vt:lpwstr>${escapeText(properties.number)}</vt:lpwstr>`) +
    `${property(3, names.edition, `<vt:i4>${properties.edition}</vt:i4>`)}</Properties>`
  );
}
