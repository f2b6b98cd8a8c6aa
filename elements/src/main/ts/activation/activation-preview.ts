import type { Api, Page } from '../api/api.js';
import type { Connection, Revision } from '../connection/connection.js';
import type { Domain } from '../domains/domain.js';
import { readSummary } from '../security/sign-in-summary.js';

/** Members of the organization with an email at one domain. */
export interface MembersAtDomain {
  domain: string;
  members: number;
  sample: string[];
}

/** What an activation would do, as far as the server can say. */
export interface ActivationPreview {
  /** Undefined when nobody could count them: the words then speak of domains alone, never of zero people. */
  affected: MembersAtDomain[] | undefined;
  /** What the server would refuse it for now. */
  problems: string[];
  issuerChanges: boolean;
  subjectChanges: boolean;
  /** How many people signed in before and will be recognised anew. */
  relinked: number | undefined;
}

interface Answered {
  problems: string[];
  issuerChanges: boolean;
  subjectChanges: boolean;
}

/** How many members sign in differently when people of these domains do. */
export async function readAffected(
  api: Api,
  organization: string,
  domains: readonly Domain[],
): Promise<MembersAtDomain[] | undefined> {
  if (!domains.length) return [];
  const path = `/v1/organizations/${organization}/members/by-email-domain`;
  const query = { domains: domains.map((domain) => domain.name).join(',') };
  return api
    .get<Page<MembersAtDomain>>(path, { query })
    .then(({ body }) => body.items)
    .catch(() => undefined);
}

/** Each part on its own: what cannot be read is left out, and the activation itself decides again. */
export async function readPreview(
  api: Api,
  connection: Connection,
  revision: Revision,
  domains: readonly Domain[],
): Promise<ActivationPreview> {
  const path = `/v1/connections/${connection.id}/activation`;
  const [answered, affected] = await Promise.all([
    api.get<Answered>(path, { query: { revision: revision.id } }).then(
      ({ body }) => body,
      (): Answered => ({ problems: [], issuerChanges: false, subjectChanges: false }),
    ),
    readAffected(api, connection.organization, domains),
  ]);
  const changes = answered.issuerChanges || answered.subjectChanges;
  const summary = changes ? await readSummary(api, connection.organization) : undefined;
  return { ...answered, affected, relinked: summary?.people };
}
