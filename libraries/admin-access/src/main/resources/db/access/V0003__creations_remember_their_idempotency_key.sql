create table idempotency_key (
  caller text not null,
  key text not null,
  fingerprint text not null,
  created_at timestamptz not null,
  status integer,
  headers text,
  sealed_body text,
  primary key (caller, key)
);
