/** Two letters of a company's name: «Тихвинский фарфор» → «ТФ», «Верфи» → «Ве». */
export function companyInitials(name: string): string {
  const words = name.split(/[\s«»"-]+/).filter((word) => /^\p{L}/u.test(word));
  const [first = '', second] = words;
  return second === undefined ? first.slice(0, 2) : `${first.charAt(0)}${second.charAt(0)}`.toUpperCase();
}
