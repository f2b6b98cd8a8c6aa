-- Where a key pair of ours is in its life: next, current, former.
alter table sp_key add column standing text not null default 'CURRENT'
  check (standing in ('NEXT', 'CURRENT', 'FORMER'));
