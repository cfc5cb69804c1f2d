import { expect, test } from 'vitest';
import { texts } from '../../renderer/app/texts/index.ts';
import { wordKey, wordsIn } from '../../shared/domain/leakTokens.ts';
import { adviceTexts, watchedWords } from '../../shared/domain/privateWords.ts';

// The window words psychotypes and attitudes; the guard must know the same words without knowing the window.

const watched = new Set(watchedWords.map((word) => wordKey(wordsIn(word)[0] ?? '')));
/** Too ordinary to be watched for: «против», and what means that nothing is known. */
const ordinary = new Set(['against', 'neutral', 'neutral_female', 'unknown']);

test.each(['ru', 'en'] as const)(
  'every label of a psychotype or an attitude is watched for: %s',
  (language) => {
    const { psychotype, attitude } = texts[language].domain;
    const labels = [...Object.entries(psychotype), ...Object.entries(attitude)].filter(
      ([key]) => !ordinary.has(key),
    );
    const missing = labels.filter(([, label]) => !wordsIn(label).some((word) => watched.has(wordKey(word))));
    expect(missing).toEqual([]);
  },
);

test.each(['ru', 'en'] as const)('all advice on psychotypes is known to the guard: %s', (language) => {
  const advice = Object.values(texts[language].domain.psychotypeAdvice);
  const plain = (text: string) => wordsIn(text).join(' ');
  const known = new Set(adviceTexts.map(plain));
  expect(advice.map(plain).filter((text) => !known.has(text))).toEqual([]);
});
