CREATE TABLE heads (
    conference_id TEXT PRIMARY KEY,
    version BIGINT NOT NULL,
    occupied BOOLEAN NOT NULL,
    moved_at BIGINT NOT NULL
);
-- A node that missed a notification asks which heads moved lately.
CREATE INDEX heads_moved_at ON heads (moved_at);

CREATE TABLE events (
    conference_id TEXT NOT NULL,
    version BIGINT NOT NULL,
    at BIGINT NOT NULL,
    kind TEXT NOT NULL,
    body TEXT NOT NULL,
    cause TEXT NOT NULL,
    PRIMARY KEY (conference_id, version)
);

CREATE TABLE texts (
    conference_id TEXT NOT NULL,
    version BIGINT NOT NULL,
    at BIGINT NOT NULL,
    text TEXT NOT NULL,
    PRIMARY KEY (conference_id, version)
);
CREATE INDEX texts_at ON texts (at);

CREATE TABLE snapshots (
    conference_id TEXT PRIMARY KEY,
    version BIGINT NOT NULL,
    stamp TEXT NOT NULL,
    body TEXT NOT NULL
);

CREATE TABLE presence (
    participant_id TEXT PRIMARY KEY,
    conference_id TEXT NOT NULL,
    generation BIGINT NOT NULL,
    node TEXT NOT NULL,
    valid_until BIGINT NOT NULL
);
CREATE INDEX presence_conference ON presence (conference_id);

CREATE TABLE conferences (
    id TEXT PRIMARY KEY,
    name TEXT NOT NULL,
    kind TEXT NOT NULL,
    settings TEXT NOT NULL,
    created_at BIGINT NOT NULL,
    changed_at BIGINT NOT NULL
);

CREATE TABLE aliases (
    alias TEXT PRIMARY KEY,
    conference_id TEXT NOT NULL REFERENCES conferences (id) ON DELETE CASCADE
);
CREATE INDEX aliases_conference ON aliases (conference_id);

CREATE TABLE registrations (
    alias TEXT PRIMARY KEY,
    user_name TEXT NOT NULL,
    secret_hash TEXT NOT NULL,
    created_at BIGINT NOT NULL
);

CREATE TABLE secrets (
    name TEXT PRIMARY KEY,
    value TEXT NOT NULL
);

CREATE TABLE accounts (
    name TEXT PRIMARY KEY,
    secret_hash TEXT NOT NULL,
    created_at BIGINT NOT NULL
);

CREATE TABLE api_keys (
    id TEXT PRIMARY KEY,
    name TEXT NOT NULL,
    key_hash TEXT NOT NULL UNIQUE,
    created_at BIGINT NOT NULL,
    last_used_at BIGINT,
    revoked_at BIGINT
);

CREATE TABLE audit (
    seq BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    at BIGINT NOT NULL,
    who TEXT NOT NULL,
    what TEXT NOT NULL,
    target TEXT NOT NULL,
    detail TEXT NOT NULL
);
CREATE INDEX audit_at ON audit (at);
