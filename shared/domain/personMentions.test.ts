import { describe, expect, it } from 'vitest';
import { findMentions, indexMentions, mayMention, replaceMentions } from './personMentions.ts';
import type { MentionedPerson } from './personMentions.ts';

const person = (part: Partial<MentionedPerson> = {}): MentionedPerson => ({
  owner: 'morozov',
  lastName: 'Морозов',
  firstName: 'Пётр',
  middleName: 'Ильич',
  gender: 'unknown',
  phone: '+7 (921) 555-12-34',
  email: 'Morozov.P@example.com',
  forms: [],
  ...part,
});

const erased = (text: string, target = person(), namesakes: readonly MentionedPerson[] = []): string => {
  const index = indexMentions([target], namesakes);
  const mentions = findMentions([text], index);
  // What is found must have passed the cheap look before.
  if (mentions.length > 0) expect(mayMention(text, index)).toBe(true);
  return replaceMentions([text], mentions, () => '[стёрто]')[0] ?? '';
};

describe('mentions of a person', () => {
  it.each([
    ['Звонил Морозов Пётр Ильич.', 'Звонил [стёрто].'],
    ['Передать Морозову П. И. счёт', 'Передать [стёрто] счёт'],
    ['Говорили с П. И. Морозовым о цене', 'Говорили с [стёрто] о цене'],
    ['Петру Ильичу понравилось', '[стёрто] понравилось'],
    ['письмо от МОРОЗОВА', 'письмо от [стёрто]'],
    ['Реквизиты: morozov.p@EXAMPLE.com, тел. 8 921 555 12 34', 'Реквизиты: [стёрто], тел. [стёрто]'],
    ['Met Petr Morozov in May', 'Met [стёрто] in May'],
  ])('«%s»', (text, expected) => {
    expect(erased(text)).toBe(expected);
  });

  it('leaves frost, namesakes and other people alone', () => {
    expect(erased('Ударил мороз, морозы стояли неделю')).toBe('Ударил мороз, морозы стояли неделю');
    expect(erased('Пришёл Иванов Пётр Сергеевич')).toBe('Пришёл Иванов Пётр Сергеевич');
    const namesake = person({
      owner: 'other',
      firstName: 'Анна',
      middleName: 'Львовна',
      phone: '',
      email: '',
    });
    expect(erased('Морозова Анна Львовна и Морозов', person(), [namesake])).toBe(
      'Морозова Анна Львовна и [стёрто]',
    );
  });

  it('finds a name parted between two pieces, and forms written by hand', () => {
    const index = indexMentions([person()]);
    const texts = ['Встреча с Морозовым', ' Петром Ильичом в среду'];
    expect(replaceMentions(texts, findMentions(texts, index), () => '[стёрто]')).toEqual([
      'Встреча с [стёрто]',
      ' [стёрто] в среду',
    ]);
    const byHand = person({ lastName: 'Дюпон-Ли', forms: ['господину Дюпону'] });
    expect(erased('Кому: Господину Дюпону', byHand)).toBe('Кому: [стёрто]');
  });

  it('never makes a long text longer', () => {
    const text = `${'а'.repeat(290)} Ли Бо`;
    expect(
      erased(text, person({ lastName: 'Ли', firstName: 'Бо', middleName: '' })).length,
    ).toBeLessThanOrEqual(text.length);
  });
});
