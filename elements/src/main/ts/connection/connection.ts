export type ConnectionStatus = 'unconfigured' | 'in_progress' | 'inactive' | 'active';
export type Protocol = 'saml' | 'oidc';

export interface IdpKey {
  id: string;
  trust: 'trusted' | 'candidate' | 'revoked';
  subject: string;
  notBefore: string;
  notAfter: string;
  algorithm: string;
}

/** A certificate of ours. Next waits until the provider knows it, former is still published. */
export interface OurCertificate {
  id: string;
  standing: 'current' | 'next' | 'former';
  /** SHA-256 in hex. */
  fingerprint: string;
  /** PEM. */
  certificate: string;
  notAfter: string;
}

/** Our side, as the admin enters it at the provider; the last two for OpenID Connect only. */
export interface OurSide {
  entityId?: string;
  acsUrl?: string;
  metadataUrl?: string;
  certificates?: OurCertificate[];
  redirectUri?: string | null;
  jwksUrl?: string | null;
}

export interface SubjectSource {
  source: string;
  attribute?: string | null;
}

export interface AttributeNames {
  email?: string[] | null;
  givenName?: string[] | null;
  familyName?: string[] | null;
  groups?: string[] | null;
}

export interface SamlSettings {
  idpEntityId: string;
  ssoUrl: string;
  ssoBinding?: 'redirect' | 'post';
  /** Where logout requests go, if the provider has single logout. */
  sloUrl?: string | null;
  nameIdFormat?: string | null;
  requestedAuthnContext?: string | null;
  forceAuthn?: boolean;
  signRequests?: boolean;
  subject?: SubjectSource | null;
  attributes?: AttributeNames | null;
}

/** How we prove to an OpenID Connect provider who we are. */
export type AuthMethod = 'client_secret_basic' | 'client_secret_post' | 'private_key_jwt';

export interface OidcSettings {
  issuer: string;
  clientId: string;
  clientSecretSet?: boolean;
  tokenEndpointAuthMethod?: AuthMethod | null;
  scopes?: string[] | null;
  hostedDomains?: string[] | null;
  forceLogin?: boolean;
  singleLogout?: boolean;
  subject?: { source: string; claim?: string | null } | null;
  attributes?: AttributeNames | null;
}

export interface Revision {
  id: string;
  number: number;
  protocol: Protocol;
  source: string;
  metadataUrl?: string | null;
  saml?: SamlSettings | null;
  oidc?: OidcSettings | null;
  tested: boolean;
  testedAt?: string | null;
  createdAt: string;
  createdBy?: string | null;
}

/** A connection as `GET /v1/connections` answers. */
export interface Connection {
  id: string;
  organization: string;
  name: string;
  provider: string;
  protocol: Protocol;
  status: ConnectionStatus;
  domains: string[];
  serviceProvider?: OurSide | null;
  idpKeys: IdpKey[];
  idpInitiatedAllowed?: boolean;
  /** Null where metadata is not looked at again by itself. */
  metadataFollowing?: { lookedAt?: string | null; problem?: string | null } | null;
  draft?: Revision | null;
  live?: Revision | null;
  /** Null while it is live, and where it never was. */
  deactivated?: { at: string; by: string } | null;
  missing?: string[] | null;
  createdAt: string;
  version: number;
}

export interface ProviderSummary {
  key: string;
  name: string;
  protocol: Protocol;
  metadataForms: string[];
}

export interface GuideField {
  label: string;
  value: string;
  note?: string | null;
}

export interface GuideStep {
  title: string;
  text: string[];
  fields?: GuideField[] | null;
  attributes?: { name: string; source: string; required: boolean; note?: string | null }[] | null;
}

/** What to do in the provider's console, with this connection's values. */
export interface SetupGuide {
  connection: string;
  provider: string;
  name: string;
  console?: { name: string; url?: string | null } | null;
  before?: string[] | null;
  steps: GuideStep[];
  metadata?: { forms: string[]; where?: string | null; example?: string | null } | null;
  pitfalls?: string[] | null;
}

/** What the server read from metadata, shown back. */
export interface Understood {
  entityId?: string;
  issuer?: string;
  ssoUrl?: string;
  certificates?: { fingerprint: string; subject: string; notAfter: string }[] | null;
  wantsSignedRequests?: boolean;
  /** Said in the language that was asked for. */
  warnings?: { code: string; text: string }[] | null;
}

/** The revision that is edited and tested now. */
export function workingRevision(connection: Connection | undefined): Revision | undefined {
  return connection?.draft ?? connection?.live ?? undefined;
}

/** The ETag of what was read; the list carries versions, single answers carry tags. */
export function etagOf(thing: { version: number }): string {
  return `"${thing.version}"`;
}
