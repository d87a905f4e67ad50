-- Divisions are the unit of ownership: every business row carries division_id and indexes lead with it.
create table divisions (
  id uuid primary key,
  name text not null constraint divisions_name_unique unique,
  company_name text not null default '卓维',
  aliases text[] not null default '{}',
  is_demo boolean not null default false,
  version integer not null default 1,
  created_at timestamptz not null,
  updated_at timestamptz not null
);

create table people (
  id uuid primary key,
  division_id uuid constraint people_division_fk references divisions (id),
  employee_no text not null constraint people_employee_no_unique unique,
  name text not null,
  username text not null constraint people_username_unique unique,
  role text not null constraint people_role_known check (role in ('gm', 'dm', 'spm', 'pm', 'oa', 'adm')),
  attendance_clerk boolean not null default false,
  manager_id uuid constraint people_manager_fk references people (id),
  phone text,
  email text,
  entry_date date not null,
  leaving_date date,
  -- A password that somebody else chose must be changed before anything else.
  password_change_due boolean not null default false,
  is_demo boolean not null default false,
  version integer not null default 1,
  created_at timestamptz not null,
  created_by uuid,
  updated_at timestamptz not null,
  updated_by uuid,
  constraint people_leaves_after_entry check (leaving_date is null or leaving_date >= entry_date),
  constraint people_not_own_manager check (manager_id is null or manager_id <> id),
  constraint people_role_has_division check ((role in ('gm', 'adm')) = (division_id is null))
);
create index people_division on people (division_id, role, id);

create table regions (
  id uuid primary key,
  division_id uuid not null constraint regions_division_fk references divisions (id),
  code text not null,
  name text not null,
  -- 区域经理 (G5) is whoever owns a region, not a role of its own.
  owner_id uuid constraint regions_owner_fk references people (id),
  version integer not null default 1,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  constraint regions_code_unique unique (division_id, code),
  constraint regions_name_unique unique (division_id, name)
);

create table region_members (
  region_id uuid not null constraint region_members_region_fk references regions (id),
  person_id uuid not null constraint region_members_person_fk references people (id),
  primary key (region_id, person_id)
);
create index region_members_person on region_members (person_id);

-- One row per command: what happened, by whom, to what. Timelines, drafts, notifications and the audit log read it.
create table events (
  id uuid primary key,
  division_id uuid,
  actor_id uuid,
  on_behalf_of uuid,
  verb text not null,
  subject_type text not null,
  subject_id uuid not null,
  customer_id uuid,
  summary text not null,
  before jsonb,
  after jsonb,
  reason text,
  at timestamptz not null
);
create index events_subject on events (subject_type, subject_id, at desc, id desc);
create index events_customer on events (customer_id, at desc, id desc) where customer_id is not null;
create index events_actor on events (actor_id, at desc);

-- Append-only record of sign-ins, bulk views, changes, exports and refusals (三.1).
create table audit_log (
  id bigint generated always as identity primary key,
  at timestamptz not null,
  division_id uuid,
  actor_id uuid,
  actor_name text,
  action text not null,
  subject_type text,
  subject_id text,
  detail jsonb not null default '{}',
  request_id text,
  address text
);
create index audit_log_at on audit_log (at desc, id desc);
create index audit_log_actor on audit_log (actor_id, at desc);

-- The seal: each audit row gets a position whose hash covers the row and the hash before it.
create table audit_chain (
  position bigint primary key,
  audit_id bigint not null constraint audit_chain_audit_unique unique,
  hash text not null,
  sealed_at timestamptz not null default now()
);

create function audit_event() returns trigger language plpgsql as $$
begin
  insert into audit_log (at, division_id, actor_id, action, subject_type, subject_id, detail)
  values (new.at, new.division_id, new.actor_id, new.verb, new.subject_type, new.subject_id::text,
    jsonb_build_object('event', new.id, 'summary', new.summary, 'reason', new.reason));
  return null;
end $$;
create trigger events_are_audited after insert on events for each row execute function audit_event();

-- A repeated create returns the first answer instead of creating again.
create table idempotency_keys (
  person_id uuid not null,
  key text not null,
  operation text not null,
  request_hash text not null,
  reply jsonb,
  created_at timestamptz not null default now(),
  primary key (person_id, key)
);
create index idempotency_keys_age on idempotency_keys (created_at);

create table notifications (
  id uuid primary key,
  person_id uuid not null constraint notifications_person_fk references people (id),
  kind text not null,
  title text not null,
  body text,
  link text,
  -- The same reminder is never sent twice, whichever server sends it.
  dedupe_key text,
  created_at timestamptz not null,
  read_at timestamptz,
  constraint notifications_dedupe unique (person_id, dedupe_key)
);
create index notifications_person on notifications (person_id, created_at desc, id desc);
create index notifications_unread on notifications (person_id) where read_at is null;

-- Regulation parameters with the day from which they hold; defaults live in domain/clauses.
create table regulation_parameters (
  division_id uuid not null constraint regulation_parameters_division_fk references divisions (id),
  key text not null,
  effective_from date not null,
  value jsonb not null,
  reason text not null,
  set_by uuid,
  set_at timestamptz not null,
  primary key (division_id, key, effective_from)
);

create table calendar_days (
  date date primary key,
  type text not null constraint calendar_days_type_known check (type in ('working', 'rest', 'holiday', 'makeup')),
  name text,
  source text not null constraint calendar_days_source_known check (source in ('official', 'estimated', 'manual')),
  version integer not null default 1,
  updated_at timestamptz not null,
  updated_by uuid
);

create table number_sequences (
  division_id uuid not null,
  scope text not null,
  last integer not null,
  primary key (division_id, scope)
);

create table saved_views (
  id uuid primary key,
  division_id uuid,
  person_id uuid not null constraint saved_views_person_fk references people (id),
  page text not null,
  name text not null,
  state jsonb not null,
  shared boolean not null default false,
  position integer not null default 0,
  version integer not null default 1,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  constraint saved_views_name_unique unique (person_id, page, name)
);

-- 保密承诺 (三.1): acknowledged at the first sign-in and every year.
create table confidentiality_acknowledgements (
  person_id uuid not null constraint confidentiality_person_fk references people (id),
  version text not null,
  at timestamptz not null,
  primary key (person_id, at)
);
