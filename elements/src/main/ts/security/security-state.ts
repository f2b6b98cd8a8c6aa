import { isProven, type Domain } from '../domains/domain.js';
import { workingRevision, type Connection } from '../connection/connection.js';

export type StepKey = 'domains' | 'connection' | 'test' | 'activate';
export const STEPS: readonly StepKey[] = ['domains', 'connection', 'test', 'activate'];

/** What the organization has so far. */
export interface Setup {
  domains: Domain[];
  connections: Connection[];
  connection: Connection | undefined;
}

/** Where an organization stands. */
export type Stage = 'nothing' | 'in-progress' | 'ready' | 'active' | 'active-with-draft' | 'deactivated';

export function stageOf({ domains, connection }: Setup): Stage {
  if (connection?.status === 'active') return connection.draft ? 'active-with-draft' : 'active';
  if (connection?.status === 'inactive') return connection.deactivated ? 'deactivated' : 'ready';
  return domains.length || connection ? 'in-progress' : 'nothing';
}

/** Whether each step is done; every one can be reopened without losing the later ones. */
export function doneSteps({ domains, connection }: Setup): Record<StepKey, boolean> {
  return {
    domains: domains.some(isProven),
    connection: Boolean(workingRevision(connection)) && !connection?.missing?.length,
    test: Boolean(workingRevision(connection)?.tested),
    activate: connection?.status === 'active' && !connection.draft,
  };
}

/** Where to go on: the first step that is not done. */
export function firstOpenStep(setup: Setup): StepKey {
  const done = doneSteps(setup);
  return STEPS.find((step) => !done[step]) ?? 'activate';
}

/** The connection that the tab is about: the live one, else the newest. */
export function mainConnection(connections: Connection[]): Connection | undefined {
  return connections.find((one) => one.status === 'active') ?? connections.at(-1);
}

export const CERTIFICATE_WARNING_DAYS = 30;

/** The end of the last trusted certificate, if there is one. */
export function certificateEnd(connection: Connection): string | undefined {
  const ends = connection.idpKeys.filter((key) => key.trust === 'trusted').map((key) => key.notAfter);
  return ends.sort().at(-1);
}
