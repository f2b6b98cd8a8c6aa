-- One trip to an identity provider and back, from the moment the browser leaves. Whether it signs
-- somebody in or only tests is a property of this row and of nothing that comes from outside.
create table sign_in_attempt (
  id text primary key,
  request_id text not null unique,
  connection text not null,
  organization text not null,
  revision text not null,
  -- Exactly one of the two: what the application asked for, or which test run it is.
  asked jsonb,
  test jsonb,
  -- A ticket starts one attempt, whoever presents it how often.
  test_run text unique,
  -- SHA-256 of the cookie of the browser that started.
  browser bytea not null,
  authenticated_after timestamptz,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  -- Sealed; the attempt's id is associated data.
  verdict text,
  -- Once an answer was accepted, no later one takes its place.
  accepted boolean not null default false,
  judged_at timestamptz,
  finished_at timestamptz,
  check ((asked is null) <> (test is null)),
  check ((test is null) = (test_run is null))
);

create index sign_in_attempt_by_expiry on sign_in_attempt (expires_at);
