import type { Api } from '../api/api.js';
import { ApiProblem } from '../api/problem.js';
import type { StepKey } from '../security/security-state.js';

/** Permissions that decide what is offered; the server decides again at every call. */
export type Permission =
  | 'org:sys_entconns:manage'
  | 'org:sys_domains:manage'
  | 'org:sys_memberships:read'
  | 'org:sys_memberships:manage'
  | 'org:sys_profile:manage';

/** Who is looking. */
export interface Viewer {
  kind: string;
  /** Undefined when the server does not tell: then everything is offered and the server refuses. */
  permissions: readonly string[] | undefined;
  /** What a set-up link is for; undefined for everybody else. */
  steps: readonly StepKey[] | undefined;
}

interface CurrentSession {
  kind?: string;
  permissions?: string[];
  steps?: StepKey[];
}

/** Asks who the token speaks for; a server without that operation leaves it open. */
export async function readViewer(api: Api, organization: string): Promise<Viewer> {
  try {
    const { body } = await api.get<CurrentSession>('/v1/sessions/current', { query: { organization } });
    return { kind: body.kind ?? 'member', permissions: body.permissions, steps: body.steps };
  } catch (thrown) {
    const problem = ApiProblem.of(thrown);
    if (problem.status === 404 || problem.status === 405) {
      return { kind: 'member', permissions: undefined, steps: undefined };
    }
    throw problem;
  }
}

export function may(viewer: Viewer, permission: Permission): boolean {
  return viewer.kind === 'operator' || !viewer.permissions || viewer.permissions.includes(permission);
}
