/**
 * The shape an English namespace must have: every key of the Russian one. Russian has plural forms that English
 * has not (`_few`, `_many`): those are not asked for. A missing or a surplus key does not compile.
 */
export type SameKeys<Texts> = {
  readonly [
    Key in keyof Texts as Key extends `${string}_few` | `${string}_many` ? never : Key
  ]: Texts[Key] extends string ? string : SameKeys<Texts[Key]>;
};
