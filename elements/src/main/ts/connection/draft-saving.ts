import type { ReactiveControllerHost } from 'lit';
import type { Api } from '../api/api.js';
import { ApiProblem } from '../api/problem.js';
import { Acting } from '../scope/acting.js';
import { etagOf, workingRevision, type Connection, type Understood } from './connection.js';

/** A draft's answer: the connection, and what was read, of a SAML provider or of an OpenID one. */
export type DraftSaved = Connection & { understood?: Understood | null; discovered?: Understood | null };

/**
 * Saves drafts on top of the configuration that the person saw when they began. News that arrive while
 * somebody types must not count as seen: otherwise the later of two people would silently win.
 */
export class DraftSaving {
  /** What somebody else stored meanwhile, until the person decided. */
  theirs: Connection | undefined;
  private base: Connection | undefined;
  private readonly acting: Acting;

  constructor(host: ReactiveControllerHost) {
    this.acting = new Acting(host);
  }

  get running(): boolean {
    return this.acting.running !== undefined;
  }

  get problem(): ApiProblem | undefined {
    return this.acting.problem;
  }

  /** The person begins to change it; later calls mean nothing until it was saved or given up. */
  begin(connection: Connection): void {
    this.base ??= connection;
  }

  /** Undefined when it was not saved: `problem` or `theirs` say why. */
  async save(api: Api, connection: Connection, body: object): Promise<DraftSaved | undefined> {
    const base = this.theirs ?? this.base ?? connection;
    const path = `/v1/connections/${connection.id}`;
    const put = async (on: Connection): Promise<DraftSaved> =>
      (await api.put<DraftSaved>(`${path}/draft`, body, { ifMatch: etagOf(on) })).body;
    let saved: DraftSaved | undefined;
    const worked = await this.acting.run('draft', async () => {
      try {
        saved = await put(base);
      } catch (thrown) {
        if (ApiProblem.of(thrown).kind !== 'stale') throw thrown;
        const now = (await api.get<Connection>(path)).body;
        // Another change, such as a domain: nothing of this configuration is overwritten.
        if (workingRevision(now)?.id === workingRevision(base)?.id) saved = await put(now);
        else this.theirs = now;
      }
    });
    if (worked && saved) this.forget();
    return saved;
  }

  /** What was typed is given up, or saved. */
  forget(): void {
    this.theirs = undefined;
    this.base = undefined;
    this.acting.clear();
  }
}
