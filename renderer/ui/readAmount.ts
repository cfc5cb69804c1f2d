/**
 * Reads money as people type or paste it: `1 234 567,89`, `1,234,567.89`, `1.5`, `12 млн`, `2.5 m`. Returns whole
 * hundredths, or null where it is not a number.
 */
export function readAmount(text: string): number | null {
  const typed = text
    .trim()
    .toLowerCase()
    .replaceAll(/[\s\u00a0\u202f₽$€¥]|руб\.?|rub|usd|eur|cny/g, '')
    .replace('−', '-');
  const match = /^(-?[\d.,']+)(млрд|bn|b|млн|mn|m|тыс\.?|k)?\.?$/.exec(typed);
  if (match === null) return null;
  let digits = (match[1] ?? '').replaceAll("'", '');
  const lastComma = digits.lastIndexOf(',');
  const lastDot = digits.lastIndexOf('.');
  const separators = digits.replaceAll(/[^.,]/g, '');
  if (lastComma >= 0 && lastDot >= 0) {
    const thousands = lastComma > lastDot ? '.' : ',';
    digits = digits.replaceAll(thousands, '').replace(',', '.');
  } else if (separators.length > 1) {
    digits = digits.replaceAll(/[.,]/g, '');
  } else if (separators === ',' && /,\d{3}$/.test(digits) && /^-?[1-9]\d{0,2},/.test(digits)) {
    // «12,500» can only be thousands: kopecks have two digits.
    digits = digits.replace(',', '');
  } else {
    digits = digits.replace(',', '.');
  }
  const value = Number(digits);
  if (digits === '' || !Number.isFinite(value)) return null;
  const unit = match[2] ?? '';
  const factor = /^(млрд|bn|b)$/.test(unit) ? 1e9 : /^(млн|mn|m)$/.test(unit) ? 1e6 : unit === '' ? 1 : 1e3;
  const minor = Math.round(value * factor * 100);
  return Math.abs(minor) > 1e15 ? null : minor;
}
