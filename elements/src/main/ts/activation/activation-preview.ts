import type { Api } from '../api/api.js';
import type { Connection, Revision } from '../connection/connection.js';

/** Who an activation would affect, as far as the server can say. */
export interface ActivationPreview {
  people?: number | undefined;
  sample?: string[] | undefined;
}

/** Empty from a server that has no preview: the words then speak of domains alone, never of zero people. */
export async function readPreview(
  api: Api,
  connection: Connection,
  revision: Revision,
): Promise<ActivationPreview> {
  try {
    const { body } = await api.get<Record<string, unknown>>(
      `/v1/connections/${connection.id}/activation/preview`,
      {
        query: { revision: revision.id },
      },
    );
    const people = body['people'] ?? body['members'];
    const sample = body['sample'];
    return {
      people: typeof people === 'number' ? people : undefined,
      sample: Array.isArray(sample)
        ? sample.filter((one): one is string => typeof one === 'string')
        : undefined,
    };
  } catch {
    return {};
  }
}
