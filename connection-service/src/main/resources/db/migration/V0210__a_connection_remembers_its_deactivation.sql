-- Since when nobody signs in with it any more, and who decided so; empty again once it is live.
alter table connection
  add column deactivated_at timestamptz,
  add column deactivated_by text;
