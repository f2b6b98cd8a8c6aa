-- Remembered for as long as the assertion could pass the clock; outlives restarts and is shared by
-- all replicas.
create table used_assertion (
  connection text not null,
  assertion text not null,
  until timestamptz not null,
  primary key (connection, assertion)
);

create index used_assertion_by_end on used_assertion (until);
