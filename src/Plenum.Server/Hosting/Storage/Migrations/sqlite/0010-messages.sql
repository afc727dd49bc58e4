-- Pages in which plugins run: one number counts what goes to a page, another what it says.
CREATE TABLE ui_tabs (
    tab TEXT PRIMARY KEY,
    conference TEXT NOT NULL,
    participant TEXT NOT NULL,
    last_seq BIGINT NOT NULL,
    at BIGINT NOT NULL
) WITHOUT ROWID;
CREATE INDEX ui_tabs_conference ON ui_tabs (conference);
CREATE INDEX ui_tabs_at ON ui_tabs (at);

-- From scripts to plugins. The callbacks are source text, which never leaves the server.
CREATE TABLE ui_messages (
    id TEXT PRIMARY KEY,
    run TEXT NOT NULL,
    plugin TEXT NOT NULL,
    name TEXT NOT NULL,
    body TEXT NOT NULL,
    callbacks TEXT NOT NULL,
    at BIGINT NOT NULL,
    until BIGINT NOT NULL
) WITHOUT ROWID;
CREATE INDEX ui_messages_at ON ui_messages (at);

CREATE TABLE ui_deliveries (
    tab TEXT NOT NULL,
    seq BIGINT NOT NULL,
    message TEXT NOT NULL,
    participant TEXT NOT NULL,
    taken_at BIGINT,
    at BIGINT NOT NULL,
    PRIMARY KEY (tab, seq)
) WITHOUT ROWID;
CREATE UNIQUE INDEX ui_deliveries_message ON ui_deliveries (message, tab);
CREATE INDEX ui_deliveries_at ON ui_deliveries (at);

-- What pages said, callbacks and events: each once, each done when its runs are.
CREATE TABLE ui_sayings (
    tab TEXT NOT NULL,
    seq BIGINT NOT NULL,
    participant TEXT NOT NULL,
    person TEXT NOT NULL,
    node TEXT NOT NULL,
    plugin TEXT NOT NULL,
    message TEXT NOT NULL,
    event TEXT NOT NULL,
    callback TEXT NOT NULL,
    body TEXT NOT NULL,
    ip TEXT NOT NULL,
    done_at BIGINT,
    at BIGINT NOT NULL,
    PRIMARY KEY (tab, seq)
) WITHOUT ROWID;
CREATE INDEX ui_sayings_message ON ui_sayings (message);
CREATE INDEX ui_sayings_waiting ON ui_sayings (node, done_at);
CREATE INDEX ui_sayings_at ON ui_sayings (at);
