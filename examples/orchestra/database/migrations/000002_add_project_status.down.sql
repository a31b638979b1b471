ALTER TABLE projects DROP COLUMN status;
