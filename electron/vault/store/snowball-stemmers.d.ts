// The package ships no types. UMD: under Node the functions stand on the default export, bundlers lift them.
declare module 'snowball-stemmers' {
  type Stemmer = { stem(word: string): string };
  export function newStemmer(language: 'russian' | 'english'): Stemmer;
  const all: { newStemmer(language: 'russian' | 'english'): Stemmer };
  export default all;
}
