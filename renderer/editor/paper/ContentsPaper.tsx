import type { MouseEvent } from 'react';
import type { ContentsEntry } from '../../../shared/document/contentsView.ts';

/** A table of contents. Pages are not numbered here: only who breaks the pages knows their numbers. */
export function ContentsPaper({
  view,
  hrefOf,
  onGo,
}: {
  readonly view: { readonly title: string; readonly entries: readonly ContentsEntry[] };
  readonly hrefOf: (entry: ContentsEntry) => string;
  /** What a press does where a link cannot lead: in the editor. */
  readonly onGo?: (entry: ContentsEntry) => void;
}) {
  return (
    <nav className="k-contents">
      {view.title === '' ? null : <p className="k-contents-title">{view.title}</p>}
      {view.entries.map((entry) => (
        <p key={entry.at} className="k-contents-line" data-depth={entry.depth}>
          <a
            href={hrefOf(entry)}
            onClick={(event: MouseEvent) => {
              if (onGo === undefined) return;
              event.preventDefault();
              onGo(entry);
            }}
          >
            {entry.number === '' ? null : <span>{`${entry.number} `}</span>}
            {entry.text}
          </a>
          <i aria-hidden="true" />
        </p>
      ))}
    </nav>
  );
}
