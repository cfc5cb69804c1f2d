import { Buffer } from 'node:buffer';
import { fullName } from '../../../../shared/domain/nameForms.ts';
import type { Person } from '../../../../shared/domain/person.ts';

const escaped = (text: string): string => text.replaceAll(/[\\;,]/g, '\\$&').replaceAll(/\r\n|\r|\n/g, '\\n');

/** Lines of at most 75 octets (RFC 2426 §2.6), cut between letters. */
function folded(text: string): string {
  const lines: string[] = [];
  let current = '';
  let size = 0;
  for (const letter of text) {
    const octets = Buffer.byteLength(letter);
    if (size + octets > 75) {
      lines.push(current);
      current = ' ';
      size = 1;
    }
    current += letter;
    size += octets;
  }
  return [...lines, current].join('\r\n');
}

/**
 * People as a vCard 3.0 file, which every telephone and mail program reads. Only what stands on a visiting card and the
 * birthday: no notes, no facts, no family, no opinion of ours. The same person keeps the same UID.
 */
export function writeCards(people: readonly Person[], company: string): string {
  return people
    .flatMap((person) => {
      const name = [person.lastName, person.firstName, person.middleName].map((part) => escaped(part.trim()));
      const organisation = [company, person.department].filter((part) => part.trim() !== '').map(escaped);
      return [
        'BEGIN:VCARD',
        'VERSION:3.0',
        `UID:urn:uuid:${person.id}`,
        `N:${name.join(';')};;`,
        `FN:${escaped(fullName(person) || person.position || company)}`,
        ...(organisation.length === 0 ? [] : [`ORG:${organisation.join(';')}`]),
        ...(person.position === '' ? [] : [`TITLE:${escaped(person.position)}`]),
        ...person.phone
          .split(/[,;]/)
          .map((phone) => phone.trim())
          .filter((phone) => phone !== '')
          .map((phone) => `TEL;TYPE=WORK,VOICE:${escaped(phone)}`),
        ...(person.email === '' ? [] : [`EMAIL;TYPE=INTERNET,WORK:${escaped(person.email)}`]),
        ...(person.birthday === null ? [] : [birthdayLine(person.birthday)]),
        'END:VCARD',
      ];
    })
    .map((text) => `${folded(text)}\r\n`)
    .join('');
}

/** 3.0 knows no birthday without a year: Apple's way of saying it is read everywhere. */
function birthdayLine(birthday: string): string {
  if (!birthday.startsWith('--')) return `BDAY:${birthday}`;
  return `BDAY;X-APPLE-OMIT-YEAR=1604:1604-${birthday.slice(2)}`;
}
