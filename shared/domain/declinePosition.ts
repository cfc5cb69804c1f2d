/**
 * Dative of a post in Russian (GLOSSARY: дательный падеж должности). Only the head noun and the adjectives
 * before it change; the tail («по персоналу», «цеха № 4») stays. A post keeps the gender it is written in.
 */

/** First parts of compounds that never change: «вице-президенту», «пресс-секретарю». */
const fixedPrefixes = new Set(
  'вице бизнес бренд веб генерал обер пресс проект риск топ шеф штаб экс арт медиа контент интернет продакт аккаунт'.split(
    ' ',
  ),
);
/** Shortened adjectives: the noun after them is still the head. */
const shortAdjectives = new Set('гл. ген. ст. вед. мл. техн. исп. фин. комм. зам.ген.'.split(' '));
/** Participles that stand for a post by themselves: «заведующему лабораторией», «управляющему филиалом». */
const participlePosts = /^(исполняющ|заведующ|управляющ|командующ|служащ|рабоч)(ий|ая)$/;
/** Nouns that may head a post: used where it must be told whether a word still belongs to the head. */
const headNouns =
  /^(директор|заместитель|начальник|руководитель|инженер|бухгалтер|менеджер|президент|вице-президент|председатель|партн[её]р|учредитель|технолог|механик|энергетик|конструктор|экономист|юрист|специалист|главврач|врач|советник|помощник|секретарь|владелец|член|глава|архитектор|метролог|логист|редактор|аналитик|координатор|представитель|управляющий|заведующий)$/;

const isAdjective = (word: string): boolean => /(ый|ий|ой|ая|яя)$/.test(word) && word.length > 3;

function adjectiveDative(word: string): string {
  if (/(ая|яя)$/.test(word)) return word.slice(0, -2) + (/([жшщч]ая|яя)$/.test(word) ? 'ей' : 'ой');
  // «Ведущий», «рабочий», «младший», «внешний» take the soft ending; «технический» the hard one.
  return word.slice(0, -2) + (/[жшщчн]ий$/.test(word) ? 'ему' : 'ому');
}

function nounDative(word: string): string {
  if (/[аеёиоуыэюя]ец$/.test(word)) return `${word.slice(0, -2)}йцу`;
  if (word.endsWith('лец')) return `${word.slice(0, -2)}ьцу`;
  if (word.endsWith('ец')) return `${word.slice(0, -2)}цу`;
  if (/[ьй]$/.test(word)) return `${word.slice(0, -1)}ю`;
  if (word.endsWith('ия')) return `${word.slice(0, -1)}и`;
  if (/[ая]$/.test(word)) return `${word.slice(0, -1)}е`;
  return /[бвгджзклмнпрстфхцчшщ]$/.test(word) ? `${word}у` : word;
}

/** Keeps the case of the letters: «ДИРЕКТОР» → «ДИРЕКТОРУ», «Директор» → «Директору». */
function likeCase(pattern: string, word: string): string {
  if (pattern.length > 1 && pattern === pattern.toUpperCase()) return word.toUpperCase();
  return pattern.charAt(0) === pattern.charAt(0).toUpperCase()
    ? word.charAt(0).toUpperCase() + word.slice(1)
    : word;
}

/** Latin words and abbreviations such as «ГИП» stay as written. */
const staysAsWritten = (word: string): boolean =>
  !/^[а-яё-]+$/i.test(word) || (word.length <= 4 && word === word.toUpperCase());

function simpleDative(word: string): string {
  if (staysAsWritten(word)) return word;
  const lower = word.toLowerCase();
  return likeCase(word, isAdjective(lower) ? adjectiveDative(lower) : nounDative(lower));
}

/** «Инженер-конструктор» changes in both parts, «вице-президент» in the last only. */
function compoundDative(word: string): string {
  const parts = word.split('-');
  return parts
    .map((part, at) =>
      at < parts.length - 1 && fixedPrefixes.has(part.toLowerCase()) ? part : simpleDative(part),
    )
    .join('-');
}

/** Declines one head, adjectives and noun, from `start`; answers where its tail begins. */
function declineHead(words: string[], start: number): number {
  for (let at = start; at < words.length; at += 1) {
    const word = words[at] ?? '';
    const bare = word.replace(/,$/, '');
    const comma = word.slice(bare.length);
    const lower = bare.toLowerCase();
    if (bare.endsWith('.')) {
      if (shortAdjectives.has(lower)) continue;
      return at + 1;
    }
    const next = (words[at + 1] ?? '').toLowerCase().replace(/,$/, '');
    words[at] = compoundDative(bare) + comma;
    const isParticiple = participlePosts.test(lower);
    if (comma !== '' || !isAdjective(lower) || (isParticiple && !headNouns.test(next))) return at + 1;
    // «Рабочий по комплексному обслуживанию»: an adjective that is the head itself.
    if (next.length <= 2) return at + 1;
  }
  return words.length;
}

/** A second head after a dash, a comma or «и»: «…директора — главный инженер». */
function startsHead(words: readonly string[], at: number): boolean {
  let probe = at;
  while (
    isAdjective((words[probe] ?? '').toLowerCase()) &&
    !headNouns.test((words[probe] ?? '').toLowerCase())
  )
    probe += 1;
  return headNouns.test((words[probe] ?? '').toLowerCase().replace(/,$/, ''));
}

/**
 * «Генеральный директор» → «Генеральному директору», «начальник цеха № 4» → «Начальнику цеха № 4»; empty text
 * stays empty. The first letter is made a capital, since the post opens the addressee's line.
 */
export function positionDative(position: string): string {
  const words = position.trim().split(/[ \t\n]+/);
  let at = declineHead(words, 0);
  while (at < words.length) {
    const before = words[at - 1] ?? '';
    const joins = /^([-–—]|и)$/i.test(words[at] ?? '');
    if (joins && startsHead(words, at + 1)) at = declineHead(words, at + 1);
    else if (before.endsWith(',') && startsHead(words, at)) at = declineHead(words, at);
    else at += 1;
  }
  const text = words.join(' ');
  return text.charAt(0).toUpperCase() + text.slice(1);
}
