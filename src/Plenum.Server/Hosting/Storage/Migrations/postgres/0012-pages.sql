-- A page is a participant's, who may have signed in as an account, or that of a user of another app, who is in groups (a JSON list).
-- The newest page of a participant supersedes the one before.
ALTER TABLE ui_tabs ADD COLUMN account TEXT NOT NULL DEFAULT '';
ALTER TABLE ui_tabs ADD COLUMN in_groups TEXT NOT NULL DEFAULT '[]';
ALTER TABLE ui_tabs ADD COLUMN superseded BIGINT NOT NULL DEFAULT 0;
CREATE INDEX ui_tabs_participant ON ui_tabs (participant);
CREATE INDEX ui_tabs_account ON ui_tabs (account);
