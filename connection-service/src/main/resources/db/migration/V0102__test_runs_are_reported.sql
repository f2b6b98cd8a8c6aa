create table test_run (
  id text primary key,
  organization text not null,
  connection text not null references connection,
  revision text not null,
  connection_version bigint not null,
  status text not null check (status in ('pending', 'passed', 'failed', 'abandoned')),
  progress text not null,
  started_by text not null,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  finished_at timestamptz,
  sealed_report text,
  sealed_raw text
);
create index test_run_by_connection on test_run (connection, created_at, id);
create index test_run_pending on test_run (expires_at) where status = 'pending';
create index test_run_with_raw_messages on test_run (finished_at) where sealed_raw is not null;
