import type { ReferenceEntry, TeamMember } from '../../../shared/document/blockViews.ts';

/** The group that prepared the proposal: who on the left, what for and how to reach them on the right. */
export function TeamPaper({ members }: { readonly members: readonly TeamMember[] }) {
  return (
    <table className="k-table k-two">
      <tbody>
        {members.map((member) => (
          <tr key={member.id}>
            <td>
              <strong>{member.name}</strong>
              <small>{member.position}</small>
            </td>
            <td>
              {member.responsibility}
              <small>{member.contacts}</small>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** Similar projects on the left, who recommends us on the right. */
export function ReferencesPaper({ entries }: { readonly entries: readonly ReferenceEntry[] }) {
  return (
    <table className="k-table k-two">
      <tbody>
        {entries.map((entry) => (
          <tr key={entry.id}>
            <td>
              <strong>{entry.title}</strong>
              <br />
              {entry.project}
              {entry.result === '' ? null : <br />}
              {entry.result}
            </td>
            <td>
              {entry.referee}
              <small>{entry.contacts}</small>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
