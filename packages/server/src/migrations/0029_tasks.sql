-- 二.2.1)(15) 交办 and personal to-dos. A to-do is its owner's alone; what was assigned is read by owner and direct superior.
create table tasks (
  id uuid primary key,
  kind text not null constraint tasks_kind_known check (kind in ('assigned', 'general')),
  -- The owner's; 总经理's own to-dos have none.
  division_id uuid constraint tasks_division_fk references divisions (id),
  subject text not null,
  description text,
  owner_id uuid not null constraint tasks_owner_fk references people (id),
  assigner_id uuid constraint tasks_assigner_fk references people (id),
  -- The owner is a manager and answers to 总经理.
  for_gm boolean not null default false,
  -- A whole day is due at the midnight that ends it.
  due_at timestamptz,
  customer_id uuid constraint tasks_customer_fk references customers (id),
  report_id uuid constraint tasks_report_fk references reports (id),
  quote text,
  state text not null constraint tasks_state_known check (state in ('open', 'reported', 'returned', 'accepted', 'done', 'cancelled')),
  -- 完成情况, as the owner wrote it last.
  result text,
  closed_at timestamptz,
  overdue_told_at timestamptz,
  version integer not null default 1,
  created_at timestamptz not null,
  created_by uuid not null constraint tasks_author_fk references people (id),
  updated_at timestamptz not null,
  updated_by uuid,
  constraint tasks_assigned_by_somebody check ((kind = 'assigned') = (assigner_id is not null)),
  constraint tasks_not_assigned_to_oneself check (assigner_id <> owner_id),
  constraint tasks_assigned_with_due check (kind <> 'assigned' or (due_at is not null and division_id is not null)),
  constraint tasks_state_of_kind check (
    (kind = 'assigned' and state <> 'done') or (kind = 'general' and state in ('open', 'done', 'cancelled'))
  ),
  constraint tasks_closed_with_date check ((state in ('accepted', 'done', 'cancelled')) = (closed_at is not null)),
  constraint tasks_quote_of_report check (quote is null or report_id is not null)
);
create index tasks_open_of_owner on tasks (owner_id, due_at) where closed_at is null;
create index tasks_closed_of_owner on tasks (owner_id, closed_at desc, id desc) where closed_at is not null;
create index tasks_assigned on tasks (division_id, created_at desc, id desc) where kind = 'assigned';
create index tasks_assigned_to_managers on tasks (created_at desc, id desc) where for_gm;
create index tasks_to_accept on tasks (division_id) where state = 'reported';
create index tasks_of_report on tasks (report_id) where report_id is not null;
create index tasks_of_customer on tasks (customer_id) where customer_id is not null;
create index tasks_to_become_overdue on tasks (due_at) where kind = 'assigned' and state in ('open', 'returned') and overdue_told_at is null;

create table task_entries (
  id uuid primary key,
  task_id uuid not null constraint task_entries_task_fk references tasks (id) on delete cascade,
  kind text not null constraint task_entries_kind_known check (kind in ('assigned', 'changed', 'feedback', 'accepted', 'returned', 'cancelled')),
  body text not null,
  at timestamptz not null,
  by_id uuid not null constraint task_entries_person_fk references people (id)
);
create index task_entries_of on task_entries (task_id, at, id);
