import { AppError } from '../../../shared/ipc/reply.ts';

const shortestLength = 12;

/** Keyboard rows and alphabets: three or more signs in a row from here add nothing. */
const runs = [
  'abcdefghijklmnopqrstuvwxyz',
  'абвгдеёжзийклмнопрстуфхцчшщъыьэюя',
  '01234567890',
  'qwertyuiop',
  'asdfghjkl',
  'zxcvbnm',
  '1qaz2wsx3edc4rfv5tgb6yhn7ujm',
  'йцукенгшщзхъ',
  'фывапролджэ',
  'ячсмитьбю',
];

/** Words that head every list of leaked passwords, and the ones this program suggests by itself. */
const weakWords = [
  'password',
  'passw0rd',
  'пароль',
  'gfhjkm',
  'admin',
  'админ',
  'administrator',
  'welcome',
  'letmein',
  'iloveyou',
  'monkey',
  'dragon',
  'master',
  'secret',
  'секрет',
  'football',
  'sunshine',
  'princess',
  'qwerty',
  'йцукен',
  'kamerton',
  'камертон',
  'vault',
  'сейф',
  'user',
  'login',
  'логин',
  'test',
  'тест',
  'москва',
  'moscow',
  'россия',
  'russia',
  'наташа',
  'любовь',
  'привет',
  'ghbdtn',
  'hello',
  'client',
  'клиент',
  'manager',
  'менеджер',
  'company',
  'компания',
];

function withoutRuns(text: string): string {
  let rest = text;
  for (const run of [...runs, ...runs.map((row) => [...row].toReversed().join(''))]) {
    for (let length = run.length; length >= 3; length -= 1) {
      for (let start = 0; start + length <= run.length; start += 1) {
        // One sign stays: a run is worth one guess, not none.
        rest = rest.replaceAll(run.slice(start, start + length), run.charAt(start));
      }
    }
  }
  return rest;
}

/** Length that a guesser really faces: known words, years, runs and repeats count as one sign each. */
function effectiveLength(password: string): number {
  let rest = password.normalize('NFKC').toLowerCase();
  for (const word of weakWords) rest = rest.replaceAll(word, word.charAt(0));
  rest = rest.replaceAll(/(?:19|20)\d\d/gu, '1');
  rest = withoutRuns(rest);
  // «абвабвабв», «aaaa»: one unit and a repeat.
  rest = rest.replaceAll(/(.{1,6}?)\1+/gu, '$1');
  return [...rest].length;
}

/**
 * Twelve signs or more, and not built of what a guesser tries first.
 * Throws weakPassword; `details.minimum` is the shortest length.
 */
export function refuseWeakPassword(password: string): void {
  const signs = [...password.normalize('NFKC')];
  const onlyDigits = signs.every((sign) => sign >= '0' && sign <= '9');
  const fewDifferent = new Set(signs).size < 5;
  if (
    signs.length < shortestLength ||
    fewDifferent ||
    (onlyDigits && signs.length < 16) ||
    effectiveLength(password) < 7
  ) {
    throw new AppError('weakPassword', 'too short or too easy to guess', { minimum: shortestLength });
  }
}
