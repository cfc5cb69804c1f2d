import type {
  AddresseeView,
  LetterheadView,
  SignatureView,
  ValidityView,
} from '../../../shared/document/blockViews.ts';
import { contactPieces, contactSeparator } from '../../../shared/document/contactPieces.ts';
import type { Picture } from '../../../shared/domain/company.ts';
import { Fragment } from 'react';
import type { ReactNode } from 'react';

/** A line of the letterhead that breaks between a telephone and a mailbox, never at a hyphen or a space inside. */
function unbroken(line: string): ReactNode {
  const pieces = contactPieces(line);
  return pieces.map(({ text, whole }, at) => (
    <Fragment key={text}>
      {whole ? <span className="k-one-word">{text}</span> : text}
      {at < pieces.length - 1 ? contactSeparator : ''}
    </Fragment>
  ));
}

/** Our logo, name and requisites; the look's style sheet arranges them. */
export function LetterheadPaper({
  view,
  logo,
}: {
  readonly view: LetterheadView;
  readonly logo: Picture | null;
}) {
  return (
    <div className="k-letterhead">
      {logo ? (
        <img className="k-letterhead-logo" src={`data:${logo.mime};base64,${logo.base64}`} alt="" />
      ) : null}
      <div className="k-letterhead-name">
        <strong>{view.name}</strong>
        <span>{view.tagline}</span>
      </div>
      <div className="k-letterhead-lines">
        {view.lines.map((line) => (
          <span key={line}>{unbroken(line)}</span>
        ))}
      </div>
    </div>
  );
}

/** Number and date on the left, the addressee on the right; `nobody` stands where there is none. */
export function AddresseePaper({
  view,
  nobody,
}: {
  readonly view: AddresseeView;
  readonly nobody?: ReactNode;
}) {
  return (
    <div className="k-addressee">
      <div>
        <p>{view.numberLine}</p>
        {view.requestLine === null ? null : <p>{view.requestLine}</p>}
      </div>
      <div>{view.right.length === 0 ? nobody : view.right.map((line) => <p key={line}>{line}</p>)}</div>
    </div>
  );
}

/** The validity period in its frame. */
export function ValidityPaper({ view }: { readonly view: ValidityView }) {
  return (
    <div className="k-validity">
      <h2>{view.heading}</h2>
      <p>{view.text}</p>
    </div>
  );
}

/** Post, line, initials and name; below it who prepared the paper. */
export function SignaturePaper({ view }: { readonly view: SignatureView }) {
  return (
    <>
      <div className="k-signature">
        <span>{view.position}</span>
        <span className="k-signature-line" />
        <span>{view.name}</span>
      </div>
      {view.preparedBy ? <p className="k-prepared">{view.preparedBy}</p> : null}
    </>
  );
}
