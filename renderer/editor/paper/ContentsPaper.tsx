import type { MouseEvent } from 'react';
import type { ContentsEntry } from '../../../shared/document/contentsView.ts';

/** A table of contents. Who breaks the pages knows their numbers: in the editor nobody does. */
export function ContentsPaper({
  view,
  hrefOf,
  pageOf,
  onGo,
}: {
  readonly view: { readonly title: string; readonly entries: readonly ContentsEntry[] };
  readonly hrefOf: (entry: ContentsEntry) => string;
  /** The page of a heading; undefined until it is known, when its place stays free. */
  readonly pageOf?: (entry: ContentsEntry) => number | undefined;
  /** What a press does where a link cannot lead: in the editor. */
  readonly onGo?: (entry: ContentsEntry) => void;
}) {
  return (
    <nav className="k-contents">
      {view.title === '' ? null : <p className="k-contents-title">{view.title}</p>}
      {view.entries.map((entry) => (
        <p
          key={entry.at}
          className="k-contents-line"
          data-depth={entry.depth}
          data-paged={pageOf === undefined ? undefined : true}
        >
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
          {pageOf === undefined ? null : <b>{pageOf(entry)}</b>}
        </p>
      ))}
    </nav>
  );
}
