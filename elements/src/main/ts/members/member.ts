/** A member as `GET /v1/organizations/{id}/members` answers. */
export interface Member {
  id: string;
  organization: string;
  externalId?: string | null;
  person?: string | null;
  email: string | null;
  givenName?: string | null;
  familyName?: string | null;
  role: string;
  permissions: string[];
  status: 'active' | 'revoked' | 'deleted';
  createdAt: string;
  version: number;
}

export interface Role {
  key: string;
  name: string;
  permissions: string[];
  builtIn: boolean;
}

/** What to call a member on screen. */
export function nameOf(member: Member): string {
  const name = [member.givenName, member.familyName].filter(Boolean).join(' ');
  return name || member.email || member.externalId || member.id;
}

/** Two letters to recognise a row by. */
export function initialsOf(member: Member): string {
  const name = nameOf(member);
  const words = name.split(/[\s@._-]+/).filter(Boolean);
  return ((words[0]?.[0] ?? '?') + (member.givenName ? (words[1]?.[0] ?? '') : '')).toUpperCase();
}
