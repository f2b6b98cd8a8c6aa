/** What went wrong, by what a person can do about it. */
export type ProblemKind =
  | 'offline' // the request did not arrive; nothing was changed, what was typed is kept
  | 'expired' // the token was refused twice: the page must hand out a fresh one
  | 'forbidden' // known, but not allowed
  | 'missing' // unknown, or not the caller's to see
  | 'stale' // somebody else changed it first (If-Match failed)
  | 'conflict' // the state does not allow it
  | 'invalid' // the input is refused
  | 'limited' // too often; retryAfter says when again
  | 'unavailable' // the server cannot answer now
  | 'unexpected';

/** One refused field. */
export interface FieldError {
  field: string;
  message: string;
}

/** The members of `application/problem+json` (RFC 9457) that Gatehouse sends. */
export interface ProblemDocument {
  code?: string;
  title?: string;
  detail?: string;
  remedy?: string;
  traceId?: string;
  status?: number;
  errors?: FieldError[];
  [member: string]: unknown;
}

/** A request that did not do what was asked. */
export class ApiProblem extends Error {
  constructor(
    readonly kind: ProblemKind,
    readonly status: number,
    readonly document: ProblemDocument,
    readonly retryAfterSeconds?: number,
  ) {
    super(document.title ?? document.code ?? kind);
    this.name = 'ApiProblem';
  }

  /** Stable; what to switch on. */
  get code(): string {
    return this.document.code ?? '';
  }

  static offline(cause: unknown): ApiProblem {
    return new ApiProblem('offline', 0, { detail: cause instanceof Error ? cause.message : '' });
  }

  /** Anything thrown, as a problem. */
  static of(thrown: unknown): ApiProblem {
    return thrown instanceof ApiProblem
      ? thrown
      : new ApiProblem('unexpected', 0, {
          detail: thrown instanceof Error ? thrown.message : String(thrown),
        });
  }

  static async from(response: Response): Promise<ApiProblem> {
    const retryAfter = Number(response.headers.get('retry-after'));
    return new ApiProblem(
      kindOf(response.status),
      response.status,
      await documentOf(response),
      retryAfter > 0 ? retryAfter : undefined,
    );
  }
}

async function documentOf(response: Response): Promise<ProblemDocument> {
  try {
    return (await response.json()) as ProblemDocument;
  } catch {
    // A proxy's own page: there is nothing in it for the person.
    return {};
  }
}

function kindOf(status: number): ProblemKind {
  switch (status) {
    case 401:
      return 'expired';
    case 403:
      return 'forbidden';
    case 404:
      return 'missing';
    case 409:
      return 'conflict';
    case 412:
    case 428:
      return 'stale';
    case 400:
    case 413:
    case 415:
    case 422:
      return 'invalid';
    case 429:
      return 'limited';
    default:
      return status >= 500 ? 'unavailable' : 'unexpected';
  }
}
