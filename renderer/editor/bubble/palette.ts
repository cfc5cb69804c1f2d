/** A few colours that print well and mean the same on every page; the first is the look's own. */
export function textColors(accent: string | undefined) {
  return [
    { name: 'accent', color: `#${(accent ?? '26427e').toLowerCase()}` },
    { name: 'red', color: '#9b2c20' },
    { name: 'green', color: '#2f6b3a' },
    { name: 'grey', color: '#6b6558' },
  ] as const;
}

/** Light enough for black text on them, and told apart in grey print. */
export const highlightColors = [
  { name: 'yellow', color: '#fff2a8' },
  { name: 'green', color: '#d5ead2' },
  { name: 'blue', color: '#d6e4f7' },
] as const;
