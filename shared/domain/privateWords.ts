import type { Token } from './leakTokens.ts';
import { wordKey } from './leakTokens.ts';

/**
 * The words this program uses for psychotypes and attitudes, and its advice. They are for the dossier alone: one of
 * them beside a person's name ends a relation. GLOSSARY: психотип, отношение к нам.
 */
const always = ['психотип', 'психотипа', 'psychotype', 'psychotypes'];
/** Tell of a person wherever a person or a post is near. */
const strong = [
  'директивный',
  'экспрессивный',
  'насторожен',
  'насторожена',
  'настороженный',
  'amiable',
  'expressive',
  'wary',
];
/** Ordinary words that tell only right beside a name or the word «тип». */
const weak = ['дружеский', 'нейтрален', 'нейтральна', 'расположен', 'расположена', 'disposed'];
/** Posts may be called so too: only beside «тип». */
const beside = ['аналитик', 'analyst', 'driver', 'сторонник', 'сторонница', 'supporter'];
const typeWords = new Set(
  ['тип', 'типу', 'типаж', 'характер', 'type', 'personality', 'психотип'].map(wordKey),
);
const posts = new Set(
  'директор руководитель инженер бухгалтер начальник юрист заместитель закупщик director manager engineer buyer head'
    .split(' ')
    .map(wordKey),
);

const keysOf = (words: readonly string[]): ReadonlySet<string> => new Set(words.map(wordKey));
const sets = { always: keysOf(always), strong: keysOf(strong), weak: keysOf(weak), beside: keysOf(beside) };

/** Every word watched for, in its first form: a test holds them equal to the labels of the window. */
export const watchedWords: readonly string[] = [...always, ...strong, ...weak, ...beside];

/** The advice on psychotypes as the window words it. */
export const adviceTexts: readonly string[] = [
  'Начинайте с расчёта, таблицу шлите заранее. Не торопите, не округляйте.',
  'Начинайте с замысла и примера. Подробности — письмом после встречи.',
  'Коротко: итог, цифра, срок. Дайте два варианта и право выбрать.',
  'Начинайте с людей, покажите, кто будет рядом. Не давите сроками.',
  'Посмотрите, о чём человек спрашивает первым: о цифрах, людях, сроках или замысле.',
  'Start with the calculation, send the table ahead. Do not rush, do not round.',
  'Start with the idea and an example. Details go by letter after the meeting.',
  'Be brief: result, figure, date. Give two options and the right to choose.',
  'Start with people, show who will be at their side. Do not press with dates.',
  'Notice what they ask first: figures, people, dates or the idea.',
];

/** Tokens that name a psychotype or an attitude of somebody. `isNamed` tells whether a token belongs to a name. */
export function privateWordsAt(tokens: readonly Token[], isNamed: (at: number) => boolean): number[] {
  const near = (at: number, reach: number, test: (token: Token, index: number) => boolean): boolean => {
    const place = tokens[at]?.place;
    for (let index = Math.max(0, at - reach); index <= at + reach; index += 1) {
      const token = tokens[index];
      if (token !== undefined && index !== at && token.place === place && test(token, index)) return true;
    }
    return false;
  };
  return tokens.flatMap(({ key }, at) => {
    if (sets.always.has(key)) return [at];
    const isType = (token: Token): boolean => typeWords.has(token.key);
    const watched = sets.strong.has(key) || sets.weak.has(key) || sets.beside.has(key);
    if (!watched) return [];
    if (near(at, 2, isType)) return [at];
    if (sets.strong.has(key) && near(at, 6, (token, index) => isNamed(index) || posts.has(token.key)))
      return [at];
    return sets.weak.has(key) && near(at, 3, (_token, index) => isNamed(index)) ? [at] : [];
  });
}
