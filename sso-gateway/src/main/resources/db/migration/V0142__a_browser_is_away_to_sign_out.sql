-- A browser that was sent to the identity provider to end its session there. Whatever comes back, or
-- in whatever state, it goes on to the application.
create table logout_trip (
  -- SHA-256 of the RelayState.
  token_hash bytea primary key,
  request_id text not null unique,
  connection text not null,
  -- Null: the application named no registered address.
  target text,
  created_at timestamptz not null
);

create index logout_trip_by_time on logout_trip (created_at);
