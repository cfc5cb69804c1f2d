import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DesignedLook, DesignedLookId } from '../../../shared/domain/look.ts';

/** The looks that come with the program, in the order they are offered. Throws a ZodError when a file is not in the schema. */
export function readDesignedLooks(resourcesDir: string): DesignedLook[] {
  return DesignedLookId.options.map((id) =>
    DesignedLook.parse(JSON.parse(readFileSync(join(resourcesDir, 'looks', `${id}.json`), 'utf8'))),
  );
}
