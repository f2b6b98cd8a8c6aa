-- Both secrets have 256 random bits, so their plain hashes give nothing away.
create table setup_link (
  id uuid primary key,
  organization uuid not null references organization,
  recipient_name text not null,
  recipient_email text,
  steps text not null,
  secret_hash text not null,
  browser_hash text,
  created_by text not null,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  opened_at timestamptz,
  used_at timestamptz,
  revoked_at timestamptz
);
create index setup_link_by_organization on setup_link (organization, id);
