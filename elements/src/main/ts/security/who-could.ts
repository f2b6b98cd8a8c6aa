import type { Api, Page } from '../api/api.js';
import { nameOf, type Member } from '../members/member.js';

const SHOWN = 5;

/** Who in the organization may set up single sign-on; nobody where the viewer may not see members. */
export async function readWhoCould(api: Api, organization: string): Promise<string[]> {
  const path = `/v1/organizations/${organization}/members`;
  return api.get<Page<Member>>(path, { query: { limit: 100 } }).then(
    ({ body }) =>
      body.items
        .filter((one) => one.status === 'active' && one.permissions.includes('org:sys_entconns:manage'))
        .slice(0, SHOWN)
        .map(nameOf),
    () => [],
  );
}
