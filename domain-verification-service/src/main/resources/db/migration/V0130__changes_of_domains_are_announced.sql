-- Every replica hears what any of them commits, and tells the pages that show it.
create function announce_domain() returns trigger language plpgsql as $$
begin
  perform pg_notify('gatehouse_live', concat_ws(' ', 'domain', new.organization, new.id));
  return null;
end $$;

create trigger announce_new_domain after insert on domain
  for each row execute function announce_domain();

-- Being taken by a replica for a look is nobody's news; what the look found is.
create trigger announce_changed_domain after update on domain
  for each row
  when ((old.version, old.status, old.checked_at, old.next_check_at, old.dns_provider)
    is distinct from (new.version, new.status, new.checked_at, new.next_check_at, new.dns_provider))
  execute function announce_domain();
