-- What waits to be run: events of listeners that run in the background, times, and messages that nobody answered.
CREATE TABLE script_queue (
    id TEXT PRIMARY KEY,
    listener TEXT NOT NULL,
    kind TEXT NOT NULL,
    queue TEXT NOT NULL,
    body TEXT NOT NULL,
    tries BIGINT NOT NULL,
    due BIGINT NOT NULL,
    taken_by TEXT NOT NULL,
    taken_until BIGINT NOT NULL,
    place BIGINT NOT NULL
);
CREATE INDEX script_queue_due ON script_queue (due);
CREATE INDEX script_queue_listener ON script_queue (listener);

-- Up to where a conference's log has been told to listeners, and the last time that a schedule had.
CREATE TABLE script_cursors (
    conference_id TEXT PRIMARY KEY,
    version BIGINT NOT NULL
);
CREATE TABLE script_ticks (
    listener TEXT PRIMARY KEY,
    last BIGINT NOT NULL
);
-- Since when a listener has been waiting for what it waits for.
ALTER TABLE listeners ADD COLUMN since BIGINT NOT NULL DEFAULT 0;

-- What a run that is begun again finds done already, and whether it spoke to the world outside.
CREATE TABLE script_effects (
    run TEXT NOT NULL,
    number BIGINT NOT NULL,
    reply TEXT NOT NULL,
    at BIGINT NOT NULL,
    PRIMARY KEY (run, number)
);
CREATE INDEX script_effects_at ON script_effects (at);

CREATE TABLE script_storage (
    key TEXT PRIMARY KEY,
    value TEXT NOT NULL,
    sealed BIGINT NOT NULL,
    until BIGINT NOT NULL
);
CREATE INDEX script_storage_until ON script_storage (until);

CREATE TABLE script_locks (
    key TEXT PRIMARY KEY,
    run TEXT NOT NULL,
    until BIGINT NOT NULL
);

-- Functions that scripts keep for later, as text.
CREATE TABLE script_callbacks (
    key TEXT PRIMARY KEY,
    source TEXT NOT NULL,
    given TEXT NOT NULL,
    until BIGINT NOT NULL
);
CREATE INDEX script_callbacks_until ON script_callbacks (until);

-- What scripts share, with every version that there was; and what only scripts may know.
CREATE TABLE script_libraries (
    name TEXT PRIMARY KEY,
    version BIGINT NOT NULL,
    label TEXT NOT NULL,
    script TEXT NOT NULL,
    at BIGINT NOT NULL,
    who TEXT NOT NULL
);
CREATE TABLE script_library_versions (
    name TEXT NOT NULL,
    version BIGINT NOT NULL,
    label TEXT NOT NULL,
    script TEXT NOT NULL,
    at BIGINT NOT NULL,
    who TEXT NOT NULL,
    PRIMARY KEY (name, version)
);
CREATE TABLE script_secrets (
    name TEXT PRIMARY KEY,
    value TEXT NOT NULL,
    at BIGINT NOT NULL,
    who TEXT NOT NULL
);

-- On whose behalf, about which message and in which conference a line was written.
ALTER TABLE script_lines ADD COLUMN person TEXT NOT NULL DEFAULT '';
ALTER TABLE script_lines ADD COLUMN message TEXT NOT NULL DEFAULT '';
ALTER TABLE script_lines ADD COLUMN conference TEXT NOT NULL DEFAULT '';

-- How many answers a message has, and when no more are taken.
ALTER TABLE ui_messages ADD COLUMN answers BIGINT NOT NULL DEFAULT 0;
ALTER TABLE ui_messages ADD COLUMN closed TEXT NOT NULL DEFAULT '';
CREATE INDEX ui_messages_run ON ui_messages (run);
ALTER TABLE ui_messages ADD COLUMN on_timeout TEXT NOT NULL DEFAULT '';
ALTER TABLE ui_sayings ADD COLUMN account TEXT NOT NULL DEFAULT '';
ALTER TABLE ui_sayings ADD COLUMN conference TEXT NOT NULL DEFAULT '';
