import { GatehouseEvent } from '../scope/gatehouse-element.js';

/** Where in the dashboard: `organizations`, `organizations/org_…/domains`, `applications` and so on. */
export class NavigateEvent extends GatehouseEvent<{ path: string }> {
  constructor(path: string) {
    super('gatehouse-navigate', { path });
  }
}

/** The tabs of one organization. */
export const ORGANIZATION_TABS = [
  'overview',
  'settings',
  'members',
  'domains',
  'connections',
  'setup-links',
  'sign-ins',
  'history',
] as const;

export type OrganizationTab = (typeof ORGANIZATION_TABS)[number];

/** A path taken apart; what is not known leads to the list of organizations. */
export type Place =
  | { screen: 'organizations' }
  | { screen: 'organization'; id: string; tab: OrganizationTab }
  | { screen: 'applications' }
  | { screen: 'api-clients' }
  | { screen: 'sign-in'; reference: string };

export function placeOf(path: string): Place {
  const [first, second, third] = path.split('/').map(decodeURIComponent);
  if (first === 'applications') return { screen: 'applications' };
  if (first === 'api-clients') return { screen: 'api-clients' };
  if (first === 'sign-in') return { screen: 'sign-in', reference: second ?? '' };
  if (first === 'organizations' && second) {
    const tab = ORGANIZATION_TABS.find((known) => known === third) ?? 'overview';
    return { screen: 'organization', id: second, tab };
  }
  return { screen: 'organizations' };
}
