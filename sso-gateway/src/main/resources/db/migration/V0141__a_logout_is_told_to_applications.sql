-- Logout tokens on their way (OpenID Connect Back-Channel Logout 1.0). Written by the transaction that
-- ends the session, so that a restart loses none; removed once the application has taken it.
create table logout_delivery (
  jti uuid primary key,
  application text not null,
  person text not null,
  sid text not null,
  attempts int not null default 0,
  -- Also how long a process that is delivering has it for itself.
  next_at timestamptz not null,
  created_at timestamptz not null
);

create index logout_delivery_due on logout_delivery (next_at);
