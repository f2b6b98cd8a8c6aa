export type DomainStatus = 'pending' | 'verified' | 'lapsing' | 'lapsed' | 'expired' | 'removed' | 'deleted';

/** What to publish, as the server asks for it. */
export interface Challenge {
  type: string;
  host: string;
  value: string;
  ttl: number;
  /** Nothing once the domain was proven. */
  expiresAt?: string | null;
}

export interface DnsProvider {
  key: string;
  name: string;
  hostForm: 'relative' | 'absolute';
  host: string;
  value: string;
}

export interface LastCheck {
  at: string;
  outcome: string;
  explanation?: string | null;
  found?: { host: string; value: string }[] | null;
}

/** Looks in a row that found the same, as `GET /v1/domains/{id}/looks` answers. */
export interface Look {
  firstAt: string;
  lastAt: string;
  looks: number;
  outcome: string;
  found: { host: string; value: string }[];
}

/** A domain as `GET /v1/domains` answers. */
export interface Domain {
  id: string;
  organization: string;
  name: string;
  displayName: string;
  status: DomainStatus;
  verifiedBy?: 'dns' | 'operator' | null;
  verifiedAt?: string | null;
  /** Since when a proven domain's record is missing. */
  missingSince?: string | null;
  /** When a lapsing domain lapses. */
  lapsesAt?: string | null;
  challenge?: Challenge | null;
  dnsProvider?: DnsProvider | null;
  lastCheck?: LastCheck | null;
  nextCheckAt?: string | null;
  createdAt: string;
  version: number;
}

/** Verified, and people sign in by it: also while its proof is being missed. */
export function isProven(domain: Domain): boolean {
  return domain.status === 'verified' || domain.status === 'lapsing';
}

/** Whether its record has to be published, for the first time or again. */
export function isAwaited(domain: Domain): boolean {
  return domain.status === 'pending' || (domain.challenge != null && isMissed(domain));
}

/** Proven once, and its record has been missing for days. */
export function isMissed(domain: Domain): boolean {
  return domain.status === 'lapsing' || domain.status === 'lapsed';
}

/**
 * The host as a console wants it that adds the domain by itself, and as one that does not. Which part of a
 * longer name is the zone, only its owner knows.
 */
export function hostForms(domain: Domain): { relative: string; absolute: string } {
  const absolute = domain.challenge?.host ?? '';
  const suffix = `.${domain.name}`;
  return { absolute, relative: absolute.endsWith(suffix) ? absolute.slice(0, -suffix.length) : absolute };
}

/** Names from whatever was pasted: addresses, mail addresses, lists, capitals. */
export function namesIn(text: string): string[] {
  const names = text
    .split(/[\s,;]+/)
    .map((word) =>
      word
        .toLowerCase()
        .replace(/^[a-z][a-z0-9+.-]*:\/\//, '')
        .replace(/^[^@]*@/, '')
        .replace(/[/?#:].*$/, '')
        .replace(/^www\./, '')
        .replace(/^["'<(]+|[>"')]+$/g, '')
        .replace(/\.+$/, ''),
    )
    .filter(Boolean);
  return [...new Set(names)];
}
