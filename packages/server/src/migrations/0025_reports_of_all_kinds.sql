-- 周报, 月报 and 出差报告 enter the ledger beside the daily report (五.2–五.4).
alter table obligations
  drop constraint obligations_kind_known,
  add constraint obligations_kind_known check (kind in ('daily', 'weekly_summary', 'weekly_plan', 'monthly', 'trip')),
  -- From when it is asked for: the day itself, the last working day of the week or month, the return from the trip.
  add column opens_at timestamptz,
  -- What lists call it, by the rules of its day: 星期五工作日报, 第47周总结, 第48周计划, 11月工作报告, 望舒出差报告.
  add column subject text;
update obligations set opens_at = on_date::timestamp at time zone 'Asia/Shanghai',
  subject = '星期' || substr('一二三四五六日', extract(isodow from on_date)::int, 1) || '工作日报';
alter table obligations alter column opens_at set not null, alter column subject set not null;
create index obligations_person_day on obligations (person_id, on_date);

-- Weeks, months and trips are owed from here on: nobody is 未填 for those that ended before the system asked for them.
alter table obligation_horizons add column periods_from date;
update obligation_horizons set periods_from = greatest(from_date, (now() at time zone 'Asia/Shanghai')::date), inputs = '';
alter table obligation_horizons alter column periods_from set not null;

-- One weekly record per person and covered week (G8). Its plan is submitted in the week before, its 完成情况 at its end: description
-- holds the plan, result and issue the 完成情况, and each half has its own submission and special reason.
alter table reports
  add column on_date date,
  add column plan_submitted_at timestamptz,
  add column plan_auto_submitted boolean not null default false,
  add column plan_complete_since timestamptz,
  add column plan_special_reason_kind text,
  add column plan_special_reason text,
  -- What the plan asks for: [{id, body}]; the rows of support_requests follow it when it is submitted.
  add column support jsonb not null default '[]',
  -- Since when others may read it; the later half brings it up again.
  add column handed_at timestamptz generated always as (coalesce(submitted_at, plan_submitted_at)) stored;
update reports set on_date = period_key::date;
alter table reports
  alter column on_date set not null,
  add constraint reports_plan_of_a_week check (kind = 'weekly' or (plan_submitted_at is null and plan_complete_since is null));
drop index reports_division_submitted;
create index reports_division_handed on reports (division_id, handed_at desc, id desc) where handed_at is not null;
create index reports_plans_alone on reports (division_id) where submitted_at is null and plan_submitted_at is not null;
create index reports_author_day on reports (author_id, on_date desc, id desc);

-- 五.2.3)① 需要支持和资源 stand in the weekly plan; the manager decides them in the meeting or before.
create table support_requests (
  id uuid primary key,
  division_id uuid not null constraint support_requests_division_fk references divisions (id),
  person_id uuid not null constraint support_requests_person_fk references people (id),
  report_id uuid not null constraint support_requests_report_fk references reports (id),
  -- The covered week of the plan, 2026-W48.
  week text not null,
  place integer not null default 0,
  body text not null,
  state text not null default 'open' constraint support_requests_state_known check (state in ('open', 'granted', 'refused', 'withdrawn')),
  decided_by uuid constraint support_requests_decider_fk references people (id),
  decided_at timestamptz,
  reply text,
  version integer not null default 1,
  is_demo boolean not null default false,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  constraint support_requests_decided check ((state in ('granted', 'refused')) = (decided_at is not null)),
  constraint support_requests_not_by_himself check (decided_by <> person_id)
);
create index support_requests_division_open on support_requests (division_id, created_at) where state = 'open';
create index support_requests_report on support_requests (report_id);

-- What a plan asked for, as it stood in each version.
alter table report_versions add column support jsonb not null default '[]';
