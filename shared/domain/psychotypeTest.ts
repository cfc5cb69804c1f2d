import type { Psychotype } from './person.ts';

/**
 * Six observations that tell a psychotype (GLOSSARY: психотип). The first three ask whether somebody states or asks, the
 * last three whether they look at the matter or at people.
 */
export const psychotypeQuestions = ['pace', 'opinion', 'decision', 'smallTalk', 'arguments', 'face'] as const;
export type PsychotypeQuestion = (typeof psychotypeQuestions)[number];

/** The first and the second answer of a question; null = not observed. */
export type PsychotypeAnswer = 'first' | 'second' | null;
export type PsychotypeAnswers = Readonly<Record<PsychotypeQuestion, PsychotypeAnswer>>;

export const noPsychotypeAnswers: PsychotypeAnswers = {
  pace: null,
  opinion: null,
  decision: null,
  smallTalk: null,
  arguments: null,
  face: null,
};

const states: readonly PsychotypeQuestion[] = ['pace', 'opinion', 'decision'];
const looksAtMatter: readonly PsychotypeQuestion[] = ['smallTalk', 'arguments', 'face'];

/** Which side of an axis more answers are on; null with none or as many on either. */
function sideOf(answers: PsychotypeAnswers, questions: readonly PsychotypeQuestion[]): PsychotypeAnswer {
  const count = (side: PsychotypeAnswer) => questions.filter((question) => answers[question] === side).length;
  const [first, second] = [count('first'), count('second')];
  if (first === second) return null;
  return first > second ? 'first' : 'second';
}

/**
 * States and looks at the matter: driver; states and looks at people: expressive; asks and looks at the matter: analyst;
 * asks and looks at people: amiable. `unknown` while either axis is undecided.
 */
export function psychotypeOf(answers: PsychotypeAnswers): Psychotype {
  const manner = sideOf(answers, states);
  const regard = sideOf(answers, looksAtMatter);
  if (manner === null || regard === null) return 'unknown';
  if (manner === 'first') return regard === 'first' ? 'driver' : 'expressive';
  return regard === 'first' ? 'analyst' : 'amiable';
}
