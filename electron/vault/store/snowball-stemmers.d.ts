// The package ships no types. UMD: under Node the functions stand on the default export, bundlers lift them.
declare module 'snowball-stemmers' {
  type Stemmer = { stem(word: string): string };
  export type StemmerPackage = { newStemmer(language: 'russian' | 'english'): Stemmer };
  export const newStemmer: StemmerPackage['newStemmer'];
  const all: StemmerPackage;
  export default all;
}
