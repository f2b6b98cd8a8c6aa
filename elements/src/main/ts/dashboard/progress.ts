import type { Api, Page } from '../api/api.js';
import type { SignInSummary } from '../security/sign-in-summary.js';
import type { ConnectionFacts, DomainFacts } from './facts.js';

/** What the step that an organization reached is read from. */
export interface Progress {
  domains: DomainFacts[];
  connections: ConnectionFacts[];
  /** Undefined while the gateway cannot tell. */
  signIns: SignInSummary | undefined;
}

/** Reads what several organizations have so far, a whole table by three requests. */
export async function readProgress(
  api: Api,
  organizations: readonly string[],
): Promise<Map<string, Progress>> {
  if (!organizations.length) return new Map();
  const read = async <T extends { organization: string }>(path: string): Promise<Map<string, T[]>> => {
    const query = { organizations: organizations.join(',') };
    const found = new Map<string, T[]>();
    for (const one of (await api.get<Page<T>>(path, { query })).body.items) {
      found.set(one.organization, [...(found.get(one.organization) ?? []), one]);
    }
    return found;
  };
  const [domains, connections, signIns] = await Promise.all([
    read<DomainFacts>('/v1/domains'),
    read<ConnectionFacts>('/v1/connections'),
    // The gateway counts them; while it is away, the rest is still worth showing.
    read<SignInSummary>('/v1/sign-ins/summary').catch(() => new Map<string, SignInSummary[]>()),
  ]);
  return new Map(
    organizations.map((id) => [
      id,
      {
        domains: domains.get(id) ?? [],
        connections: connections.get(id) ?? [],
        signIns: signIns.get(id)?.[0],
      },
    ]),
  );
}
