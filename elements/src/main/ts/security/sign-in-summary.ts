import type { Api, Page } from '../api/api.js';

/** A week of sign-ins, as `GET /v1/sign-ins/summary` answers. */
export interface SignInSummary {
  organization: string;
  since: string;
  succeeded: number;
  failed: number;
  /** How many persons have ever signed in. */
  people: number;
  lastSignInAt?: string | null;
  reasons: { reason: string; count: number }[];
  /** Who signed in lately, the latest first. */
  recent?: { person: string; email?: string | null; lastSignInAt: string }[] | null;
}

/** Undefined for whoever may not read the log, and while the gateway is away. */
export async function readSummary(api: Api, organization: string): Promise<SignInSummary | undefined> {
  return api
    .get<Page<SignInSummary>>('/v1/sign-ins/summary', { query: { organization } })
    .then(({ body }) => body.items[0])
    .catch(() => undefined);
}

const WORTH_A_LOOK = 3;

/** Whether more people were turned away than let in: one mistyped test account is no trouble yet. */
export function isFailing(summary: SignInSummary | undefined): boolean {
  return summary !== undefined && summary.failed >= WORTH_A_LOOK && summary.failed > summary.succeeded;
}
