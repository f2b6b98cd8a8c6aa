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

/** Of what the server calls missing, what the step Connection is for; the rest belongs to the other steps. */
const SETTINGS = ['configuration', 'trusted_key'];

/** Whether each step is done; every one can be reopened without losing the later ones. */
export function doneSteps({ domains, connection }: Setup): Record<StepKey, boolean> {
  return {
    domains: domains.some(isProven),
    connection:
      Boolean(workingRevision(connection)) && !connection?.missing?.some((one) => SETTINGS.includes(one)),
    test: Boolean(workingRevision(connection)?.tested),
    activate: connection?.status === 'active' && !connection.draft,
  };
}

/** Where to go on: the first step that is not done, among those that the person may do. */
export function firstOpenStep(setup: Setup, steps: readonly StepKey[] = STEPS): StepKey {
  const done = doneSteps(setup);
  return steps.find((step) => !done[step]) ?? steps.at(-1) ?? 'activate';
}

/** The connection that the tab is about: the live one, else the newest. */
export function mainConnection(connections: Connection[]): Connection | undefined {
  return connections.find((one) => one.status === 'active') ?? connections.at(-1);
}

/** Time enough to find out who may renew it; from then on the days are counted down. */
export const CERTIFICATE_WARNING_DAYS = 60;

/** The end of the last trusted certificate, if there is one. */
export function certificateEnd(connection: Connection): string | undefined {
  const ends = connection.idpKeys.filter((key) => key.trust === 'trusted').map((key) => key.notAfter);
  return ends.sort().at(-1);
}
