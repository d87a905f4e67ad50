-- 请假 and 出差 may be asked for by the person (§3A): until somebody decides there is no approver, and a refusal has a reason.
alter table absences alter column approved_by drop not null;
alter table absences alter column approved_at drop not null;
alter table absences
  add column refused_by uuid,
  add column refused_at timestamptz,
  add column refusal_reason text,
  add constraint absences_decided_once check (approved_at is null or refused_at is null),
  add constraint absences_refused_with_reason check ((refused_at is null) = (refusal_reason is null)),
  add constraint absences_decided_by_another check (approved_by <> person_id and refused_by <> person_id);
create index absences_waiting on absences (division_id) where approved_at is null and refused_at is null and cancelled_at is null;
