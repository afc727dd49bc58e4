-- Whoever manages the server so far may do everything.
ALTER TABLE accounts ADD COLUMN rank TEXT NOT NULL DEFAULT 'Owner';
ALTER TABLE api_keys ADD COLUMN rank TEXT NOT NULL DEFAULT 'Owner';

-- Of the secret in a browser's cookie only the hash is here.
CREATE TABLE sessions (
    id TEXT PRIMARY KEY,
    account TEXT NOT NULL,
    began_at BIGINT NOT NULL,
    seen_at BIGINT NOT NULL
);
CREATE INDEX sessions_account ON sessions (account);

-- A deleted conference can be brought back for a while; its id stays, so its PINs do too.
CREATE TABLE removed_conferences (
    id TEXT PRIMARY KEY,
    name TEXT NOT NULL,
    aliases TEXT NOT NULL,
    settings TEXT NOT NULL,
    removed_at BIGINT NOT NULL
);
