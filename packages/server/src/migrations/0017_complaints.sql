-- 六.5.1) complaints: recorded by anybody, always with the manager, dispatched, handled, called back and closed.
create table complaints (
  id uuid primary key,
  division_id uuid not null constraint complaints_division_fk references divisions (id),
  number text not null,
  level text not null constraint complaints_level_known check (level in ('normal', 'major', 'urgent')),
  cause text not null constraint complaints_cause_known check (cause in ('quality', 'delivery', 'service', 'technical', 'commercial', 'conduct', 'other')),
  about text not null constraint complaints_about_known check (about in ('person', 'department', 'customer')),
  customer_id uuid constraint complaints_customer_fk references customers (id),
  target_person_id uuid constraint complaints_target_fk references people (id),
  target_department text,
  -- Who complains, as he was named.
  complainant text,
  content text not null,
  -- G20: a complaint about the manager goes to 总经理.
  for_gm boolean not null,
  state text not null constraint complaints_state_known check (state in ('notified', 'dispatched', 'handling', 'callback', 'reopened', 'closed')),
  assignee_id uuid constraint complaints_assignee_fk references people (id),
  response_due_at timestamptz not null,
  responded_at timestamptz,
  solution_due_at timestamptz not null,
  resolved_at timestamptz,
  callback_due_at timestamptz,
  -- 升级: a clock ran out; counted anew after an unsatisfied customer reopened it.
  escalated_at timestamptz,
  reopened integer not null default 0,
  closed_at timestamptz,
  version integer not null default 1,
  created_at timestamptz not null,
  created_by uuid not null constraint complaints_author_fk references people (id),
  updated_at timestamptz not null,
  updated_by uuid,
  constraint complaints_number_unique unique (division_id, number),
  constraint complaints_about_somebody check (
    (about = 'person' and target_person_id is not null)
    or (about = 'department' and target_department is not null)
    or (about = 'customer' and customer_id is not null)
  ),
  constraint complaints_closed_with_date check ((state = 'closed') = (closed_at is not null))
);
create index complaints_recent on complaints (division_id, created_at desc, id desc);
create index complaints_customer on complaints (customer_id, created_at desc) where customer_id is not null;
create index complaints_open on complaints (division_id) where state <> 'closed';
create index complaints_to_escalate on complaints (least(response_due_at, solution_due_at)) where state <> 'closed' and escalated_at is null;

-- What was done and said; kept apart from the events, whose sentences more people read.
create table complaint_entries (
  id uuid primary key,
  complaint_id uuid not null constraint complaint_entries_complaint_fk references complaints (id) on delete cascade,
  kind text not null constraint complaint_entries_kind_known check (kind in ('dispatch', 'handling', 'solution', 'satisfied', 'unsatisfied', 'escalation')),
  body text not null,
  at timestamptz not null,
  -- Nobody: the clock.
  by_id uuid constraint complaint_entries_person_fk references people (id)
);
create index complaint_entries_of on complaint_entries (complaint_id, at, id);
