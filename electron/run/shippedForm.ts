/**
 * How a program of the shell or the vault is written for shipping, the bundler's `output`. V8 keeps the text of a
 * program: with one Cyrillic letter in it, at two bytes a character. Names stay, for reports.
 */
export const shippedForm = {
  charset: 'ascii',
  minify: { compress: true, mangle: false, codegen: { removeWhitespace: true } },
} as const;
