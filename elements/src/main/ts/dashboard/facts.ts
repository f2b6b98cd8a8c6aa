import { CERTIFICATE_WARNING_DAYS } from '../security/security-state.js';
import { isFailing, type SignInSummary } from '../security/sign-in-summary.js';

/** A domain as `GET /v1/domains` answers, as far as operators look at it. */
export interface DomainFacts {
  id: string;
  organization: string;
  name: string | null;
  displayName: string | null;
  status: 'pending' | 'verified' | 'lapsing' | 'lapsed' | 'expired' | 'removed' | 'deleted';
  verifiedBy?: 'dns' | 'operator' | null;
  verifiedAt?: string | null;
  missingSince?: string | null;
  lapsesAt?: string | null;
  challenge?: { host: string; value: string } | null;
  lastCheck?: { at: string; outcome: string; explanation: string } | null;
  nextCheckAt?: string | null;
  createdAt: string;
}

/** A revision as a connection carries it. */
export interface RevisionFacts {
  id: string;
  number: number;
  tested: boolean;
  testedAt?: string | null;
  createdAt: string;
}

/** A connection as `GET /v1/connections` answers, as far as operators look at it. */
export interface ConnectionFacts {
  id: string;
  organization: string;
  name: string | null;
  provider: string;
  protocol: 'saml' | 'oidc';
  status: 'unconfigured' | 'in_progress' | 'inactive' | 'active';
  domains: string[];
  idpKeys: { id: string; trust: string; notAfter: string }[];
  draft?: RevisionFacts | null;
  live?: RevisionFacts | null;
  createdAt: string;
}

/** A sign-in as `GET /v1/sign-ins` answers. */
export interface SignInFacts {
  id: string;
  organization: string | null;
  connection: string | null;
  application?: string | null;
  outcome: 'succeeded' | 'failed';
  at: string;
  person?: string | null;
  email?: string | null;
  reference?: string | null;
  reasons: string[];
  checks?: CheckFacts[];
  findings: FindingFacts[];
}

/** One line of the decision list. */
export interface CheckFacts {
  name: string;
  title?: string | null;
  outcome: 'passed' | 'failed' | 'not_reached';
  expected?: string | null;
  received?: string | null;
}

/** Why a sign-in failed, with what to do about it, as the failure catalogue explains it. */
export interface FindingFacts {
  code: string;
  title: string;
  expected?: string | null;
  received?: string | null;
  meaning: string;
  /** The way to the setting, in the words of the console. */
  where: string[];
  /** Our values to carry there. */
  enter: { field: string; value: string }[];
  remedy: string;
}

/** The steps of the guided set-up, in order. */
export type Step = 'domains' | 'connection' | 'test' | 'activate' | 'done';

/** How far an organization came, from what its domains and connections say. */
export function stepReached(domains: DomainFacts[], connections: ConnectionFacts[]): Step {
  if (connections.some((connection) => connection.status === 'active')) return 'done';
  if (!domains.some((domain) => domain.status === 'verified' || domain.status === 'lapsing'))
    return 'domains';
  if (connections.some((connection) => connection.status === 'inactive')) return 'activate';
  return connections.some((connection) => connection.status === 'in_progress') ? 'test' : 'connection';
}

/** What an operator should look at first. */
export type Trouble = 'lapsing' | 'lapsed' | 'certificate' | 'failures' | 'proof';

/** The worst trouble, if any. A certificate counts only while nothing longer-lived is trusted. */
export function troubleOf(
  domains: DomainFacts[],
  connections: ConnectionFacts[],
  signIns: SignInSummary | undefined,
  daysUntil: (instant: string) => number,
): Trouble | undefined {
  if (domains.some((domain) => domain.status === 'lapsed')) return 'lapsed';
  if (domains.some((domain) => domain.status === 'lapsing')) return 'lapsing';
  const ending = connections
    .filter((connection) => connection.status === 'active')
    .map((connection) => connection.idpKeys.filter((key) => key.trust === 'trusted'))
    .some(
      (keys) => keys.length > 0 && keys.every((key) => daysUntil(key.notAfter) < CERTIFICATE_WARNING_DAYS),
    );
  if (ending) return 'certificate';
  if (isFailing(signIns)) return 'failures';
  return domains.some((domain) => domain.status === 'expired') ? 'proof' : undefined;
}
