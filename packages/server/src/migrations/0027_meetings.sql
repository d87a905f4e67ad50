-- 四: meetings, the weekly one of the series (四.1) and the occasional ones in three forms (四.2).
create table meetings (
  id uuid primary key,
  division_id uuid not null constraint meetings_division_fk references divisions (id),
  number text not null,
  kind text not null constraint meetings_kind_known check (kind in ('regular', 'occasional')),
  form text constraint meetings_form_known check (form in ('policy', 'project', 'training')),
  -- The ISO week of the series, 2026-W48; one meeting of it per division.
  week text,
  title text not null,
  starts_at timestamptz not null,
  planned_minutes integer not null default 60,
  place text,
  state text not null constraint meetings_state_known check (state in ('proposed', 'planned', 'running', 'ended', 'published', 'cancelled')),
  -- 四.2 the manager convenes; created_by is who wrote it down, 综合管理 on his behalf.
  convened_by uuid constraint meetings_convener_fk references people (id),
  purpose text,
  -- Of the three forms: what is gone through, what is discussed with which customers.
  clauses text[] not null default '{}',
  project_name text,
  -- Moved by a person: the calendar no longer moves it.
  moved_by_hand boolean not null default false,
  moved_from timestamptz,
  -- Why it was moved, cancelled or declined.
  change_reason text,
  agenda_built_at timestamptz,
  started_at timestamptz,
  ended_at timestamptz,
  published_at timestamptz,
  published_by uuid,
  version integer not null default 1,
  created_at timestamptz not null,
  created_by uuid,
  updated_at timestamptz not null,
  updated_by uuid,
  constraint meetings_number_unique unique (division_id, number),
  constraint meetings_one_per_week unique (division_id, week),
  constraint meetings_series_has_week check ((kind = 'regular') = (week is not null)),
  constraint meetings_occasional_has_form check ((kind = 'occasional') = (form is not null)),
  constraint meetings_published_with_date check ((state = 'published') = (published_at is not null))
);
create index meetings_division_time on meetings (division_id, starts_at desc, id desc);
create index meetings_waiting on meetings (division_id, starts_at) where state in ('proposed', 'planned', 'running', 'ended');

-- The customers of a 项目筹划和讨论会议.
create table meeting_customers (
  meeting_id uuid not null constraint meeting_customers_meeting_fk references meetings (id) on delete cascade,
  customer_id uuid not null constraint meeting_customers_customer_fk references customers (id),
  primary key (meeting_id, customer_id)
);
create index meeting_customers_customer on meeting_customers (customer_id);

-- Who is asked to come, whether he came, and what he still confirms.
create table meeting_attendees (
  meeting_id uuid not null constraint meeting_attendees_meeting_fk references meetings (id) on delete cascade,
  person_id uuid not null constraint meeting_attendees_person_fk references people (id),
  state text not null default 'invited' constraint meeting_attendees_state_known check (state in ('invited', 'present', 'remote', 'leave', 'absent')),
  signed_at timestamptz,
  signed_by uuid,
  training_minutes integer,
  -- 签收: the clauses of a 制度贯彻会议, the minutes of a meeting that he missed.
  clauses_confirmed_at timestamptz,
  minutes_due_at timestamptz,
  minutes_confirmed_at timestamptz,
  primary key (meeting_id, person_id)
);
create index meeting_attendees_person on meeting_attendees (person_id, meeting_id);
create index meeting_attendees_owing on meeting_attendees (person_id) where minutes_due_at is not null and minutes_confirmed_at is null;

-- 遗留问题: carried from one weekly meeting to the next until it is closed.
create table action_items (
  id uuid primary key,
  division_id uuid not null constraint action_items_division_fk references divisions (id),
  meeting_id uuid not null constraint action_items_meeting_fk references meetings (id),
  body text not null,
  owner_id uuid not null constraint action_items_owner_fk references people (id),
  due_on date not null,
  state text not null default 'open' constraint action_items_state_known check (state in ('open', 'carried', 'done', 'cancelled')),
  carry_count integer not null default 0,
  closed_at timestamptz,
  closed_by uuid,
  close_note text,
  version integer not null default 1,
  created_at timestamptz not null,
  created_by uuid not null,
  updated_at timestamptz not null,
  updated_by uuid,
  constraint action_items_closed_with_date check ((state in ('done', 'cancelled')) = (closed_at is not null)),
  constraint action_items_carried_counted check (state <> 'carried' or carry_count > 0)
);
create index action_items_open on action_items (division_id, due_on) where closed_at is null;
create index action_items_owner on action_items (owner_id, due_on) where closed_at is null;
create index action_items_meeting on action_items (meeting_id);

-- 四.1.1) sections 1 to 3 of the weekly meeting; 0 is a topic of a person in any meeting. What comes from elsewhere is taken over once per meeting.
create table agenda_items (
  id uuid primary key,
  meeting_id uuid not null constraint agenda_items_meeting_fk references meetings (id) on delete cascade,
  section integer not null constraint agenda_items_section_known check (section between 0 and 3),
  source_key text not null,
  person_id uuid not null constraint agenda_items_person_fk references people (id),
  action_item_id uuid constraint agenda_items_action_fk references action_items (id) on delete cascade,
  support_request_id uuid,
  -- The lines as they stood when the meeting began.
  lines text[] not null,
  created_at timestamptz not null,
  created_by uuid,
  constraint agenda_items_once unique (meeting_id, source_key)
);

-- 纪要: one row per line with a version of its own, so that several people write at once.
create table minutes_lines (
  id uuid primary key,
  meeting_id uuid not null constraint minutes_lines_meeting_fk references meetings (id) on delete cascade,
  agenda_item_id uuid constraint minutes_lines_agenda_fk references agenda_items (id) on delete set null,
  position double precision not null,
  body text not null,
  -- Written at the same time as the line above it: both stand until somebody has looked.
  conflict_of uuid constraint minutes_lines_conflict_fk references minutes_lines (id),
  version integer not null default 1,
  created_at timestamptz not null,
  created_by uuid not null,
  updated_at timestamptz not null,
  updated_by uuid not null,
  removed_at timestamptz
);
create index minutes_lines_meeting on minutes_lines (meeting_id, position, id) where removed_at is null;

-- What a line said before; kept here because more people read the events than the minutes (三.1).
create table minutes_line_versions (
  line_id uuid not null constraint minutes_line_versions_line_fk references minutes_lines (id) on delete cascade,
  version integer not null,
  body text not null,
  at timestamptz not null,
  by_id uuid not null,
  primary key (line_id, version)
);
