-- Expand only: the release before this one neither reads nor writes the column.
ALTER TABLE projects ADD COLUMN status text NOT NULL DEFAULT 'new';
