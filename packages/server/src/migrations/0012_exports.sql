-- 三.1 the register of every list that left the system: who took it, for what, which rows, who allowed it.
create table exports (
  id uuid primary key,
  -- Null when 总经理 takes it, who stands outside the divisions.
  division_id uuid constraint exports_division_fk references divisions (id),
  requested_by uuid not null constraint exports_person_fk references people (id),
  requested_at timestamptz not null,
  purpose text not null,
  -- The filter as people read it.
  words text not null,
  -- The customers that were counted and approved; what is added later is not among them.
  customer_ids uuid[] not null,
  with_contacts boolean not null,
  state text not null constraint exports_state_known check (state in ('waiting', 'refused', 'queued', 'ready', 'failed')),
  -- Why somebody has to approve it; null when nobody has to.
  approval_reason text,
  -- The manager's own go to 总经理 (approver ≠ applicant).
  for_gm boolean not null,
  decided_by uuid constraint exports_decider_fk references people (id),
  decided_at timestamptz,
  refusal text,
  file_name text,
  file_hash text,
  file_size bigint,
  -- How many of the customers were still in the person's scope when the file was made.
  rows integer,
  made_at timestamptz,
  expires_at timestamptz,
  attempts integer not null default 0,
  downloads integer not null default 0,
  version integer not null default 1,
  constraint exports_approver_is_another check (decided_by is distinct from requested_by),
  constraint exports_ready_with_file check ((state = 'ready') = (file_hash is not null and expires_at is not null))
);
create index exports_recent on exports (division_id, requested_at desc, id desc);
create index exports_own on exports (requested_by, requested_at desc, id desc);
create index exports_waiting on exports (division_id) where state = 'waiting';
create index exports_queued on exports (requested_at) where state = 'queued';
create index exports_file on exports (file_hash) where file_hash is not null;
