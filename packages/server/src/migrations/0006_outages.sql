-- §1B report.extendOnOutage. When a server last said that the system is up: one row for all servers, each of them every minute. Null
-- until the first one does, so that the time before the installation is no outage.
create table heartbeat (at timestamptz);
insert into heartbeat values (null);

-- Times in which no server was up. They move the deadlines that they touch, so they count among the rules.
create table outages (
  id uuid primary key,
  from_at timestamptz not null constraint outages_one_per_begin unique,
  to_at timestamptz not null,
  constraint outages_in_order check (to_at > from_at)
);
create trigger outages_versioned after insert or update or delete on outages
  for each statement execute function rules_changed();
