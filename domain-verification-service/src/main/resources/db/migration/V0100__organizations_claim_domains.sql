create table domain (
  id uuid primary key,
  organization text not null,
  name text,
  status text not null
    check (status in ('pending', 'verified', 'lapsing', 'lapsed', 'expired', 'removed', 'deleted')),
  version bigint not null,
  challenge_label text not null,
  challenge_token text not null,
  challenge_expires_at timestamptz not null,
  ownership bigint,
  verified_by text,
  verified_at timestamptz,
  lapses_at timestamptz,
  created_at timestamptz not null,
  interest_at timestamptz not null,
  looked_at timestamptz,
  next_check_at timestamptz,
  taken_until timestamptz,
  checks integer not null default 0,
  checked_at timestamptz,
  check_outcome text,
  check_explanation text,
  check_found text not null default '[]',
  dns_zone text,
  dns_provider text,
  check (name is not null or status = 'deleted'),
  check (status not in ('verified', 'lapsing', 'lapsed') or ownership is not null),
  check (status <> 'pending' or next_check_at is not null)
);

-- This index, and nothing else, decides who owns a name.
create unique index domain_one_holder on domain (name) where status in ('verified', 'lapsing', 'lapsed');

create unique index domain_once_per_organization on domain (organization, name)
  where status in ('pending', 'verified', 'lapsing', 'lapsed');

create index domain_by_organization on domain (organization, id);

create index domain_due on domain (next_check_at) where next_check_at is not null;

-- Raised by each win of a name, in the transaction of the win, and never lowered.
create table name_ownership (
  name text primary key,
  ownership bigint not null
);
