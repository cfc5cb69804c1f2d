import { readDesignedLooks } from '../actions/readDesignedLooks.ts';
import type { Handlers } from './handler.ts';
import { read } from './handler.ts';

export const lookHandlers: Pick<Handlers, Extract<keyof Handlers, `looks.${string}`>> = {
  'looks.list': read((_db, _input, tools) => ({ looks: readDesignedLooks(tools.resourcesDir) })),
};
