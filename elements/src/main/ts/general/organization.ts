/** An organization as `GET /v1/organizations/{id}` answers. */
export interface Organization {
  id: string;
  name: string | null;
  slug: string | null;
  externalId?: string | null;
  selfServeSso: boolean;
  createdAt: string;
  updatedAt: string;
  version: number;
}
