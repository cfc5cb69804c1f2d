import { createContext, useContext } from 'react';
import type { CSSProperties, ReactNode } from 'react';
import { assertNever } from '../../shared/ipc/reply.ts';
import { type FieldValues, fieldValue } from '../../shared/document/mergeFields.ts';
import type { InlineNode, Mark, TextAlign } from '../../shared/document/nodes.ts';
import { printedField } from '../../shared/document/resolveFields.ts';
import type { Language } from '../../shared/domain/language.ts';

function marked(children: ReactNode, mark: Mark): ReactNode {
  switch (mark.type) {
    case 'bold':
      return <strong>{children}</strong>;
    case 'italic':
      return <em>{children}</em>;
    case 'underline':
      return <u>{children}</u>;
    case 'strike':
      return <s>{children}</s>;
    case 'subscript':
      return <sub>{children}</sub>;
    case 'superscript':
      return <sup>{children}</sup>;
    case 'textStyle':
      return mark.attrs.color === null ? (
        children
      ) : (
        <span style={{ color: mark.attrs.color }}>{children}</span>
      );
    case 'highlight':
      return (
        <mark style={mark.attrs.color === null ? {} : { backgroundColor: mark.attrs.color }}>{children}</mark>
      );
    case 'link':
      return <a href={mark.attrs.href}>{children}</a>;
    default:
      return assertNever(mark);
  }
}

/** The number of each footnote of the document, in the order they stand. */
export const FootnoteNumbers = createContext<ReadonlyMap<InlineNode, number>>(new Map());

function FootnoteMark({ node }: { readonly node: InlineNode }) {
  return <sup>{useContext(FootnoteNumbers).get(node)}</sup>;
}

function pieceOf(node: InlineNode, values: FieldValues, language: Language): ReactNode {
  switch (node.type) {
    case 'text':
      return node.text;
    case 'hardBreak':
      return <br />;
    case 'mergeField': {
      const text = printedField(values, node.attrs.key, language);
      return fieldValue(values, node.attrs.key) === null ? <span className="k-unfilled">{text}</span> : text;
    }
    case 'footnote':
      return <FootnoteMark node={node} />;
    default:
      return assertNever(node);
  }
}

/** The text of a paragraph or heading with its marks; a blank one keeps its line. */
export function PrintedText({
  nodes = [],
  values,
  language,
}: {
  readonly nodes: readonly InlineNode[] | undefined;
  readonly values: FieldValues;
  readonly language: Language;
}) {
  if (nodes.length === 0) return <br />;
  return nodes.map((node, at) => (
    <span key={at}>{(node.marks ?? []).reduceRight(marked, pieceOf(node, values, language))}</span>
  ));
}

/** Alignment chosen by hand as a style; none = the look's. */
export function alignStyle(align: TextAlign | null | undefined): { style?: CSSProperties } {
  return align === null || align === undefined ? {} : { style: { textAlign: align } };
}
