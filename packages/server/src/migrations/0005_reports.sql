-- Approved leave and trips, as far as they free from the daily report (五.4.3)①, §1B-4/5).
create table absences (
  id uuid primary key,
  division_id uuid not null constraint absences_division_fk references divisions (id),
  person_id uuid not null constraint absences_person_fk references people (id),
  kind text not null constraint absences_kind_known check (kind in ('leave', 'trip')),
  leave_type text,
  place text,
  from_date date not null,
  to_date date not null,
  portion text not null default 'full' constraint absences_portion_known check (portion in ('full', 'am', 'pm')),
  reason text not null,
  registered_on date not null,
  late_approved boolean not null default false,
  approved_by uuid not null,
  approved_at timestamptz not null,
  cancelled_at timestamptz,
  version integer not null default 1,
  created_at timestamptz not null,
  created_by uuid not null,
  constraint absences_period_in_order check (to_date >= from_date)
);
create index absences_person on absences (division_id, person_id, from_date);

-- 日常工作 → 新增任务: one report per person, kind and period.
create table reports (
  id uuid primary key,
  division_id uuid not null constraint reports_division_fk references divisions (id),
  author_id uuid not null constraint reports_author_fk references people (id),
  kind text not null constraint reports_kind_known check (kind in ('daily', 'weekly', 'monthly', 'trip')),
  period_key text not null,
  subject text not null,
  time_option text not null,
  -- 任务描述 and 完成情况; lines are {text, ref} so that a fact keeps its source.
  description jsonb not null default '[]',
  result jsonb not null default '[]',
  issue text,
  special_reason_kind text,
  special_reason text,
  -- Timeliness is fixed by the first complete submission; later edits are versions (§1B).
  submitted_at timestamptz,
  auto_submitted boolean not null default false,
  -- Since when the draft has been complete; a complete draft at the deadline is filed (§1B).
  complete_since timestamptz,
  is_demo boolean not null default false,
  version integer not null default 1,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  constraint reports_one_per_period unique (author_id, kind, period_key)
);
create index reports_division_submitted on reports (division_id, submitted_at desc, id desc) where submitted_at is not null;
create index reports_author on reports (author_id, kind, period_key desc);

create table report_versions (
  report_id uuid not null constraint report_versions_report_fk references reports (id),
  version integer not null,
  description jsonb not null,
  result jsonb not null,
  issue text,
  special_reason_kind text,
  special_reason text,
  at timestamptz not null,
  primary key (report_id, version)
);

create table report_reads (
  report_id uuid not null constraint report_reads_report_fk references reports (id),
  person_id uuid not null,
  at timestamptz not null,
  primary key (report_id, person_id)
);

create table report_comments (
  id uuid primary key,
  division_id uuid not null,
  report_id uuid not null constraint report_comments_report_fk references reports (id),
  author_id uuid not null,
  body text not null,
  at timestamptz not null
);
create index report_comments_report on report_comments (report_id, at);

-- Who owes what by when. The state of a closed period is frozen; 补填 never erases 未填.
create table obligations (
  id uuid primary key,
  division_id uuid not null constraint obligations_division_fk references divisions (id),
  person_id uuid not null constraint obligations_person_fk references people (id),
  kind text not null constraint obligations_kind_known check (kind in ('daily')),
  period_key text not null,
  on_date date not null,
  due_at timestamptz not null,
  grace_at timestamptz not null,
  -- The last moment that still meets the grace: a minute deadline includes its minute (§1B).
  closes_at timestamptz not null,
  -- While the state is pending: when the complete draft files itself, and what it then counts as.
  files_at timestamptz,
  files_as text constraint obligations_files_as_known check (files_as in ('on_time', 'excused_late')),
  exemption text constraint obligations_exemption_known check (exemption in ('leave', 'trip')),
  state text not null constraint obligations_state_known check (state in ('pending', 'on_time', 'excused_late', 'missed', 'late_fill', 'exempt', 'waived')),
  -- Why it is owed or not: [{text, clause}].
  reasons jsonb not null default '[]',
  report_id uuid constraint obligations_report_fk references reports (id),
  first_complete_at timestamptz,
  special_reason boolean not null default false,
  reason_rejected_at timestamptz,
  reason_rejected_by uuid,
  reason_rejected_why text,
  waived_at timestamptz,
  waived_by uuid,
  waive_reason text,
  -- Set when the period is closed; later changes of calendar or absence leave it alone.
  closed_at timestamptz,
  updated_at timestamptz not null,
  constraint obligations_one_per_period unique (person_id, kind, period_key)
);
create index obligations_division_day on obligations (division_id, kind, on_date);
create index obligations_person_open on obligations (person_id, due_at) where state = 'pending';
create index obligations_to_close on obligations (closes_at) where closed_at is null;
create index obligations_to_file on obligations (files_at) where state = 'pending' and files_at is not null;

-- How far the obligations of a division have been written, and from which people, absences and rules.
create table obligation_horizons (
  division_id uuid primary key constraint obligation_horizons_division_fk references divisions (id),
  from_date date not null,
  through_date date not null,
  inputs text not null
);

-- Grows with every change of calendar or parameters, so that a process knows whether its copy of the rules still holds. A sequence
-- is not rolled back: no two states of the tables ever share a number.
create sequence rules_version_numbers;
create table rules_version (version bigint not null);
insert into rules_version values (0);
create function rules_changed() returns trigger language plpgsql as $$
begin
  update rules_version set version = nextval('rules_version_numbers');
  return null;
end $$;
create trigger calendar_days_versioned after insert or update or delete on calendar_days
  for each statement execute function rules_changed();
create trigger regulation_parameters_versioned after insert or update or delete on regulation_parameters
  for each statement execute function rules_changed();

-- The sentences with which a manager comments in one tap.
create table quick_phrases (
  person_id uuid primary key constraint quick_phrases_person_fk references people (id),
  phrases text[] not null,
  updated_at timestamptz not null
);
