export type RunStatus = 'pending' | 'passed' | 'failed' | 'abandoned';

export interface Check {
  name: string;
  title?: string | null;
  outcome: string;
  expected?: string | null;
  received?: string | null;
}

/** An error that a provider's own page shows. */
export interface KnownError {
  id: string;
  matched?: string | null;
  title: string;
  meaning?: string | null;
  where?: string[] | null;
  enter?: { field: string; value: string }[] | null;
  remedy?: string | null;
  link?: string | null;
}

/** Why a run failed and what to change where; older servers send `text` and `fix` alone. */
export interface Reason {
  code: string;
  title?: string | null;
  text?: string | null;
  meaning?: string | null;
  expected?: string | null;
  received?: string | null;
  console?: string | null;
  where?: string[] | null;
  enter?: { field: string; value: string }[] | null;
  remedy?: string | null;
  fix?: string | null;
  hints?: { product?: string | null; text: string }[] | null;
  recognised?: KnownError[] | null;
}

/** A test run as `GET /v1/test-runs/{id}` answers. */
export interface TestRun {
  id: string;
  connection: string;
  revision: string;
  status: RunStatus;
  progress?: 'started' | 'request_sent' | 'answer_received' | null;
  startUrl?: string | null;
  startedBy?: string | null;
  createdAt: string;
  expiresAt?: string | null;
  finishedAt?: string | null;
  checks?: Check[] | null;
  reasons?: Reason[] | null;
  subject?: Record<string, unknown> | null;
  request?: string | null;
  response?: string | null;
  rawUntil?: string | null;
}

export interface FoundErrors {
  items: KnownError[];
  general?: Reason | null;
  lookUp?: string | null;
}
