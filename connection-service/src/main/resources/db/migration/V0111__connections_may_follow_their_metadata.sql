-- Connections that take new keys from their metadata address by themselves; opt-in.
create table followed_metadata (
  connection text primary key references connection,
  next_look timestamptz not null,
  looked_at timestamptz,
  problem text
);
create index followed_metadata_due on followed_metadata (next_look);
