import type { Api, Page } from '../api/api.js';
import type { ConnectionFacts, DomainFacts } from './facts.js';

/** What the step that an organization reached is read from. */
export interface Progress {
  domains: DomainFacts[];
  connections: ConnectionFacts[];
}

/** Reads domains and connections of several organizations; none of them fails the others. */
export async function readProgress(
  api: Api,
  organizations: readonly string[],
): Promise<Map<string, Progress>> {
  const read = await Promise.all(
    organizations.map(async (organization): Promise<[string, Progress]> => {
      const [domains, connections] = await Promise.all([
        listed<DomainFacts>(api, '/v1/domains', organization),
        listed<ConnectionFacts>(api, '/v1/connections', organization),
      ]);
      return [organization, { domains, connections }];
    }),
  );
  return new Map(read);
}

async function listed<T>(api: Api, path: string, organization: string): Promise<T[]> {
  const { body } = await api.get<Page<T>>(path, { query: { organization, limit: 100 } });
  return body.items;
}
