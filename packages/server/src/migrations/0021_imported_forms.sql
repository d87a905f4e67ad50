-- 六.3.2) a version that came from a filled-in 附表 names the file.
alter table feedback_versions add column file_name text;
