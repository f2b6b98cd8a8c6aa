/** The steps that a link may be made for. */
export const LINK_STEPS = ['domains', 'connection', 'test', 'activate'] as const;

export type LinkStep = (typeof LINK_STEPS)[number];

/** A set-up link as `GET /v1/setup-links` answers; its address is there in the answer to its creation only. */
export interface SetupLink {
  id: string;
  organization: string;
  recipientName: string;
  recipientEmail?: string | null;
  steps: LinkStep[];
  url?: string | null;
  createdAt: string;
  expiresAt: string;
  openedAt?: string | null;
  usedAt?: string | null;
  revokedAt?: string | null;
}

export type LinkState = 'waiting' | 'opened' | 'expired' | 'revoked';

/** What a link is good for at that time. */
export function stateOf(link: SetupLink, now: number): LinkState {
  if (link.revokedAt) return 'revoked';
  if (Date.parse(link.expiresAt) <= now) return 'expired';
  return link.openedAt ? 'opened' : 'waiting';
}
