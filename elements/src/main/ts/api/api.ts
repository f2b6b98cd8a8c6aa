import { ApiProblem } from './problem.js';

/** Asked for a bearer token before requests; `refresh` means that the last one was refused. */
export type TokenCallback = (request?: { refresh: boolean }) => Promise<string>;

/** An answer with what is needed to change the thing later. */
export interface Answer<T> {
  body: T;
  etag: string;
}

/** One page of a collection. */
export interface Page<T> {
  items: T[];
  next?: string | null;
}

export interface RequestOptions {
  query?: Record<string, string | number | undefined>;
  body?: unknown;
  /** The ETag that the change is based on. */
  ifMatch?: string;
  signal?: AbortSignal;
}

const ATTEMPTS = 3;
const FIRST_PAUSE_MS = 300;
const LONGEST_PAUSE_SECONDS = 5;

/**
 * Gatehouse's REST API with a bearer token. Repeats what is safe to repeat: reads, replacements and
 * deletions, and creations because each carries an Idempotency-Key. Throws {@link ApiProblem}, nothing else.
 */
export class Api {
  private token: Promise<string> | undefined;

  constructor(
    readonly baseUrl: string,
    private readonly getToken: TokenCallback,
    /** What the server is asked to explain things in. */
    private readonly language: () => string,
  ) {}

  get<T>(path: string, options: RequestOptions = {}): Promise<Answer<T>> {
    return this.send<T>('GET', path, options);
  }

  post<T>(path: string, body?: unknown, options: RequestOptions = {}): Promise<Answer<T>> {
    return this.send<T>('POST', path, { ...options, body });
  }

  put<T>(path: string, body: unknown, options: RequestOptions = {}): Promise<Answer<T>> {
    return this.send<T>('PUT', path, { ...options, body });
  }

  patch<T>(path: string, body: unknown, options: RequestOptions = {}): Promise<Answer<T>> {
    return this.send<T>('PATCH', path, { ...options, body });
  }

  delete<T>(path: string, options: RequestOptions = {}): Promise<Answer<T>> {
    return this.send<T>('DELETE', path, options);
  }

  /** All pages of a collection, at most `limit` things. */
  async all<T>(path: string, query: RequestOptions['query'] = {}, limit = 500): Promise<T[]> {
    const items: T[] = [];
    let cursor: string | undefined;
    do {
      const { body } = await this.get<Page<T>>(path, { query: { ...query, cursor, limit: 100 } });
      items.push(...body.items);
      cursor = body.next ?? undefined;
    } while (cursor && items.length < limit);
    return items;
  }

  /** A response as it is, with a token that works; for streams. */
  async open(path: string, headers: Record<string, string>, signal: AbortSignal): Promise<Response> {
    return this.authorized('GET', this.url(path, {}), new Headers(headers), undefined, signal);
  }

  private async send<T>(method: string, path: string, options: RequestOptions): Promise<Answer<T>> {
    const headers = new Headers({ accept: 'application/json, application/problem+json' });
    const body = options.body === undefined ? undefined : JSON.stringify(options.body);
    if (body !== undefined) headers.set('content-type', 'application/json');
    if (options.ifMatch) headers.set('if-match', options.ifMatch);
    if (method === 'POST') headers.set('idempotency-key', randomKey());
    const url = this.url(path, options.query ?? {});
    for (let attempt = 1; ; attempt++) {
      try {
        const response = await this.authorized(method, url, headers, body, options.signal);
        if (response.ok) return await answer<T>(response);
        // The first try may have deleted it before its answer was lost.
        if (method === 'DELETE' && attempt > 1 && response.status === 404)
          return { body: undefined as T, etag: '' };
        throw await ApiProblem.from(response);
      } catch (thrown) {
        if (options.signal?.aborted) throw thrown;
        const problem = ApiProblem.of(thrown);
        // A PATCH is not repeated: its first try may have changed the ETag that it names.
        const repeatable =
          method !== 'PATCH' && (problem.kind === 'offline' || [502, 503, 504].includes(problem.status));
        if (!repeatable || attempt === ATTEMPTS) throw problem;
        await pause(attempt, problem.retryAfterSeconds);
      }
    }
  }

  /** With the token in hand; once more with a fresh one if that was refused. */
  private async authorized(
    method: string,
    url: string,
    headers: Headers,
    body: string | undefined,
    signal: AbortSignal | undefined,
  ): Promise<Response> {
    headers.set('accept-language', this.language());
    for (const refresh of [false, true]) {
      headers.set('authorization', `Bearer ${await this.currentToken(refresh)}`);
      let response: Response;
      try {
        response = await fetch(url, {
          method,
          headers,
          // Never cookies: the bearer token alone says who is asking.
          credentials: 'omit',
          cache: 'no-store',
          ...(body === undefined ? {} : { body }),
          ...(signal ? { signal } : {}),
        });
      } catch (thrown) {
        if (signal?.aborted) throw thrown;
        throw ApiProblem.offline(thrown);
      }
      if (response.status !== 401 || refresh) return response;
    }
    throw new ApiProblem('expired', 401, {});
  }

  private currentToken(refresh: boolean): Promise<string> {
    if (refresh || !this.token) {
      const asked = this.getToken({ refresh }).catch((thrown: unknown) => {
        throw new ApiProblem('expired', 401, { detail: thrown instanceof Error ? thrown.message : '' });
      });
      this.token = asked;
      asked.catch(() => {
        if (this.token === asked) this.token = undefined;
      });
    }
    return this.token;
  }

  private url(path: string, query: Record<string, string | number | undefined>): string {
    const url = new URL(this.baseUrl.replace(/\/+$/, '') + path, document.baseURI);
    for (const [name, value] of Object.entries(query)) {
      if (value !== undefined && value !== '') url.searchParams.set(name, String(value));
    }
    return url.toString();
  }
}

async function answer<T>(response: Response): Promise<Answer<T>> {
  const text = await response.text();
  return { body: (text ? JSON.parse(text) : undefined) as T, etag: response.headers.get('etag') ?? '' };
}

function pause(attempt: number, retryAfterSeconds: number | undefined): Promise<void> {
  const backOff = FIRST_PAUSE_MS * 2 ** (attempt - 1) * (0.75 + Math.random() / 2);
  const wanted = Math.min(retryAfterSeconds ?? 0, LONGEST_PAUSE_SECONDS) * 1000;
  return new Promise((resolve) => setTimeout(resolve, Math.max(backOff, wanted)));
}

function randomKey(): string {
  // crypto.randomUUID needs a secure context; an intranet page may have none.
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) =>
    byte.toString(16).padStart(2, '0'),
  ).join('');
}
