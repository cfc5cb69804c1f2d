/** What a named parameter or a column may hold. Booleans are stored as 0 and 1. */
export type SqlValue = string | number | bigint | null | Uint8Array;
export type SqlParams = Readonly<Record<string, SqlValue>>;

export type ReadStatement = {
  get(params?: SqlParams): unknown;
  all(params?: SqlParams): unknown[];
  iterate(params?: SqlParams): IterableIterator<unknown>;
};
export type WriteStatement = ReadStatement & {
  /** `changes` = rows inserted, updated or deleted. */
  run(params?: SqlParams): { readonly changes: number };
};

/** A vault to read from: a statement that would write is refused when it is prepared. */
export type ReadableDb = {
  prepare(sql: string): ReadStatement;
};

/** A vault to read and write. */
export type WritableDb = {
  prepare(sql: string): WriteStatement;
  /** Runs all or nothing; nested calls become savepoints. */
  transaction<Result>(run: () => Result): Result;
  /** Runs several statements without parameters: schema scripts of migrations only. */
  exec(sql: string): void;
};
