create table signing_key (
  kid text primary key,
  algorithm text not null,
  public_key text not null,
  sealed_private_key text not null,
  published_at timestamptz not null,
  active_from timestamptz not null,
  withdrawn_at timestamptz
);
