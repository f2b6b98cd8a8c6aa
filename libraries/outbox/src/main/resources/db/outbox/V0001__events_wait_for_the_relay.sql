create table outbox (
  seq bigint generated always as identity primary key,
  event_id uuid not null unique,
  topic text not null,
  key text not null,
  type text not null,
  subject text not null,
  organization text,
  actor text not null,
  traceparent text,
  occurred_at timestamptz not null,
  data text not null
);
