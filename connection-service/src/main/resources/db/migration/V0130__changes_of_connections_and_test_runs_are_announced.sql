-- Every replica hears what any of them commits, and tells the pages that show it.
create function announce() returns trigger language plpgsql as $$
begin
  perform pg_notify('gatehouse_live', concat_ws(' ', tg_table_name, new.organization, new.id));
  return null;
end $$;

-- The version is raised by every change of a connection and of what hangs on it.
create trigger announce_connection after insert or update on connection
  for each row execute function announce();

create trigger announce_test_run after update on test_run
  for each row
  when ((old.status, old.progress) is distinct from (new.status, new.progress))
  execute function announce();
