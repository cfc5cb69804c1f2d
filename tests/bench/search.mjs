// The search in the shape that a comparison of search engines takes: open({ n, get(i) }) → { search(text) → [{ id }],
// buildMs, size }. The corpus goes into a real encrypted vault; what answers is what answers the list of clients.
import { openSearch } from './searchWork.ts';

export const open = (corpus) => openSearch(corpus);
