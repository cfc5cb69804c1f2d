/** Reads that a change of the library makes out of date. */
export const libraryReads = [
  'library.blocks',
  'library.block',
  'library.templates',
  'library.template',
  'library.removed',
  'templates.list',
] as const;
