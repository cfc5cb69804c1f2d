import type { WritableDb } from './openDatabase.ts';

/** One step of the schema, forward only. `version` counts from 1 without gaps; `up` imports nothing of today's code. */
export type Migration = {
  readonly version: number;
  readonly name: string;
  up(db: WritableDb): void;
};
