import { paletteListId } from '../../app/palette.ts';

// The chosen line is marked on its element, as the kit does it: by a state every line would be drawn anew with it.

const lines = (): readonly HTMLElement[] => [
  ...(document.getElementById(paletteListId)?.querySelectorAll<HTMLElement>('[data-action]') ?? []),
];
const isChosen = (line: HTMLElement): boolean => line.hasAttribute('data-selected');

function choose(all: readonly HTMLElement[], chosen: HTMLElement | undefined): void {
  for (const line of all) if (line !== chosen && isChosen(line)) line.removeAttribute('data-selected');
  if (chosen !== undefined && !isChosen(chosen)) chosen.setAttribute('data-selected', 'true');
}

/** Chooses the first line, so that Enter goes there at once. */
export function chooseFirst(): void {
  const all = lines();
  choose(all, all[0]);
}

/** Chooses the line below (1) or above (-1); after the last comes the first. */
export function chooseNext(by: 1 | -1): void {
  const all = lines();
  const at = all.findIndex(isChosen);
  const next = all.at(at < 0 ? (by > 0 ? 0 : -1) : (at + by) % all.length);
  choose(all, next);
  next?.scrollIntoView({ block: 'nearest' });
}

/** Does what the chosen line says. */
export function runChosen(): void {
  lines().find(isChosen)?.click();
}
