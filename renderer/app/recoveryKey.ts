/** The groups a recovery key is read in: as the vault wrote them, or by five where it did not. */
export function recoveryKeyGroups(key: string): readonly string[] {
  const written = key.split(/[\s-]+/).filter((group) => group !== '');
  return written.length > 1 ? written : (key.match(/.{1,5}/g) ?? []);
}
