alter table application
  add column backchannel_logout_session_required boolean not null default false;
