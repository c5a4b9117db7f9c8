"""The first schema: what rests in an archive, table by table, in words a reader of Datasette understands.

Dates are ISO 8601 text in UTC (or a bare day); ``day`` is the calendar day (or month, or year) as the page
declared it in its own zone. The search index is built over ``clippings`` itself and is kept in step by
triggers, so that a row changed with another SQLite tool is found under its new words.
"""

from __future__ import annotations

SOURCES = """
CREATE TABLE sources (
    id INTEGER PRIMARY KEY,
    domain TEXT NOT NULL,
    name TEXT NOT NULL,
    UNIQUE (domain, name)
)"""

# AUTOINCREMENT: the number of a removed clipping is never given to another one, so a citation stays true.
# The text comes last: lists read the short columns without touching the pages that long texts overflow to.
CLIPPINGS = """
CREATE TABLE clippings (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    dated TEXT NOT NULL,
    dated_from TEXT NOT NULL CHECK (dated_from IN ('published', 'page_timestamp', 'fetched', 'user')),
    day TEXT NOT NULL,
    source INTEGER NOT NULL REFERENCES sources(id) ON DELETE RESTRICT,
    title TEXT NOT NULL,
    authors TEXT NOT NULL,
    url TEXT NOT NULL,
    canonical_url TEXT NOT NULL,
    given_url TEXT NOT NULL,
    published TEXT,
    published_as_declared TEXT,
    modified TEXT,
    modified_as_declared TEXT,
    page_timestamp TEXT,
    fetched TEXT NOT NULL,
    added TEXT NOT NULL,
    credited TEXT,
    language TEXT,
    section TEXT,
    dateline TEXT,
    slug TEXT,
    image TEXT,
    words INTEGER NOT NULL,
    rules TEXT NOT NULL,
    origins TEXT NOT NULL,
    warnings TEXT NOT NULL,
    text_sha256 TEXT NOT NULL,
    facets TEXT NOT NULL,
    letter_pairs TEXT NOT NULL,
    layout TEXT NOT NULL,
    captions TEXT NOT NULL,
    text TEXT NOT NULL
)"""

PAGES = """
CREATE TABLE pages (
    id INTEGER PRIMARY KEY,
    clipping INTEGER NOT NULL REFERENCES clippings(id) ON DELETE CASCADE,
    fetched TEXT NOT NULL,
    requested_url TEXT NOT NULL,
    final_url TEXT NOT NULL,
    status INTEGER NOT NULL,
    media_type TEXT NOT NULL,
    charset TEXT,
    headers TEXT NOT NULL,
    sha256 TEXT NOT NULL,
    bytes INTEGER NOT NULL,
    compression TEXT NOT NULL CHECK (compression IN ('none', 'gzip')),
    body BLOB NOT NULL
)"""

ADDRESSES = """
CREATE TABLE addresses (
    key TEXT PRIMARY KEY,
    clipping INTEGER NOT NULL REFERENCES clippings(id) ON DELETE CASCADE,
    role TEXT NOT NULL CHECK (role IN ('given', 'final', 'canonical')),
    address TEXT NOT NULL,
    seen TEXT NOT NULL
) WITHOUT ROWID"""

AUTHORS = """
CREATE TABLE authors (
    clipping INTEGER NOT NULL REFERENCES clippings(id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    name TEXT NOT NULL,
    name_folded TEXT NOT NULL,
    PRIMARY KEY (clipping, position)
) WITHOUT ROWID"""

REMOVED = """
CREATE TABLE removed (
    clipping INTEGER NOT NULL REFERENCES clippings(id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    rule TEXT NOT NULL,
    text TEXT NOT NULL,
    PRIMARY KEY (clipping, position)
) WITHOUT ROWID"""

VERSIONS = """
CREATE TABLE versions (
    id INTEGER PRIMARY KEY,
    clipping INTEGER NOT NULL REFERENCES clippings(id) ON DELETE CASCADE,
    page INTEGER REFERENCES pages(id) ON DELETE SET NULL,
    replaced TEXT NOT NULL,
    reason TEXT NOT NULL,
    rules TEXT NOT NULL,
    title TEXT NOT NULL,
    words INTEGER NOT NULL,
    text_sha256 TEXT NOT NULL,
    article TEXT NOT NULL
)"""

# ``identity`` is the person whom a row counts as: itself, or the one it was merged into. A merge changes no
# appearance and no index, so that it is undone by taking back one number.
PEOPLE = """
CREATE TABLE people (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL,
    origin TEXT NOT NULL CHECK (origin IN ('text', 'user')),
    identity INTEGER REFERENCES people(id) ON DELETE SET NULL,
    merged_into INTEGER REFERENCES people(id) ON DELETE SET NULL,
    is_person INTEGER NOT NULL DEFAULT 1 CHECK (is_person IN (0, 1)),
    added TEXT NOT NULL
)"""

ALIASES = """
CREATE TABLE aliases (
    id INTEGER PRIMARY KEY,
    person INTEGER NOT NULL REFERENCES people(id) ON DELETE CASCADE,
    name TEXT NOT NULL,
    name_folded TEXT NOT NULL,
    origin TEXT NOT NULL CHECK (origin IN ('text', 'user')),
    reason TEXT NOT NULL,
    added TEXT NOT NULL,
    UNIQUE (person, name_folded)
)"""

NAME_KEYS = """
CREATE TABLE name_keys (
    key TEXT NOT NULL,
    person INTEGER NOT NULL REFERENCES people(id) ON DELETE CASCADE,
    PRIMARY KEY (key, person)
) WITHOUT ROWID"""

PERSON_TITLES = """
CREATE TABLE person_titles (
    person INTEGER NOT NULL REFERENCES people(id) ON DELETE CASCADE,
    title TEXT NOT NULL,
    first TEXT NOT NULL,
    last TEXT NOT NULL,
    PRIMARY KEY (person, title)
) WITHOUT ROWID"""

# What the user split: a name that is not this person's, and whom a name means in one clipping.
KEPT_APART = """
CREATE TABLE kept_apart (
    person INTEGER NOT NULL REFERENCES people(id) ON DELETE CASCADE,
    name_folded TEXT NOT NULL,
    PRIMARY KEY (person, name_folded)
) WITHOUT ROWID"""

ASSIGNMENTS = """
CREATE TABLE assignments (
    clipping INTEGER NOT NULL REFERENCES clippings(id) ON DELETE CASCADE,
    name_folded TEXT NOT NULL,
    person INTEGER NOT NULL REFERENCES people(id) ON DELETE CASCADE,
    PRIMARY KEY (clipping, name_folded)
) WITHOUT ROWID"""

NAME_WORDS = """
CREATE TABLE name_words (
    word TEXT NOT NULL,
    alias INTEGER NOT NULL REFERENCES aliases(id) ON DELETE CASCADE,
    PRIMARY KEY (word, alias)
) WITHOUT ROWID"""

# ``day`` repeats the clipping's, so that people are counted and dated from one index.
APPEARANCES = """
CREATE TABLE appearances (
    id INTEGER PRIMARY KEY,
    clipping INTEGER NOT NULL REFERENCES clippings(id) ON DELETE CASCADE,
    person INTEGER NOT NULL REFERENCES people(id) ON DELETE CASCADE,
    day TEXT NOT NULL,
    name TEXT NOT NULL,
    title TEXT NOT NULL,
    major INTEGER NOT NULL CHECK (major IN (0, 1)),
    passing INTEGER NOT NULL CHECK (passing IN (0, 1)),
    mentions INTEGER NOT NULL
)"""

MENTIONS = """
CREATE TABLE mentions (
    appearance INTEGER NOT NULL REFERENCES appearances(id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    place TEXT NOT NULL CHECK (place IN ('text', 'title', 'caption')),
    starts INTEGER NOT NULL,
    ends INTEGER NOT NULL,
    text TEXT NOT NULL,
    confidence REAL NOT NULL,
    ambiguous INTEGER NOT NULL CHECK (ambiguous IN (0, 1)),
    PRIMARY KEY (appearance, position)
) WITHOUT ROWID"""

DECISIONS = """
CREATE TABLE decisions (
    id INTEGER PRIMARY KEY,
    made TEXT NOT NULL,
    verb TEXT NOT NULL,
    subject TEXT NOT NULL,
    object TEXT NOT NULL,
    details TEXT NOT NULL,
    undone TEXT
)"""

ACRONYMS = """
CREATE TABLE acronyms (
    clipping INTEGER NOT NULL REFERENCES clippings(id) ON DELETE CASCADE,
    short TEXT NOT NULL,
    long TEXT NOT NULL,
    short_folded TEXT NOT NULL,
    long_folded TEXT NOT NULL,
    PRIMARY KEY (short_folded, long_folded, clipping)
) WITHOUT ROWID"""

# A fingerprint stands for a line, which would otherwise be stored once per clipping that shows it.
EDGE_LINES = """
CREATE TABLE edge_lines (
    source INTEGER NOT NULL REFERENCES sources(id) ON DELETE CASCADE,
    line_fingerprint INTEGER NOT NULL,
    clipping INTEGER NOT NULL REFERENCES clippings(id) ON DELETE CASCADE,
    PRIMARY KEY (source, line_fingerprint, clipping)
) WITHOUT ROWID"""

BOILERPLATE_LINES = """
CREATE TABLE boilerplate_lines (
    source INTEGER NOT NULL REFERENCES sources(id) ON DELETE CASCADE,
    line TEXT NOT NULL,
    line_fingerprint INTEGER NOT NULL,
    learned TEXT NOT NULL,
    rejected TEXT,
    PRIMARY KEY (source, line)
) WITHOUT ROWID"""

INDEXES = (
    "CREATE INDEX clippings_by_dated ON clippings(dated, id, day)",
    "CREATE INDEX clippings_by_source ON clippings(source, dated)",
    "CREATE INDEX clippings_by_text ON clippings(text_sha256)",
    "CREATE INDEX clippings_by_rules ON clippings(rules)",
    "CREATE INDEX pages_by_clipping ON pages(clipping, id)",
    "CREATE INDEX pages_by_sha256 ON pages(sha256)",
    "CREATE INDEX addresses_by_clipping ON addresses(clipping)",
    "CREATE INDEX authors_by_name ON authors(name_folded)",
    "CREATE INDEX versions_by_clipping ON versions(clipping, id)",
    "CREATE INDEX people_by_identity ON people(identity)",
    "CREATE INDEX people_by_merge ON people(merged_into)",
    "CREATE INDEX name_keys_by_person ON name_keys(person)",
    "CREATE INDEX assignments_by_person ON assignments(person)",
    "CREATE INDEX aliases_by_name ON aliases(name_folded)",
    "CREATE INDEX name_words_by_alias ON name_words(alias)",
    "CREATE INDEX appearances_by_person ON appearances(person, clipping, major, day)",
    "CREATE INDEX appearances_by_clipping ON appearances(clipping)",
    "CREATE INDEX acronyms_by_long ON acronyms(long_folded)",
    "CREATE INDEX acronyms_by_clipping ON acronyms(clipping)",
    "CREATE INDEX edge_lines_by_clipping ON edge_lines(clipping)",
)

# ``facets`` holds one token per filter (source, month, name of a person), so that a filtered search is an
# intersection inside the index: measured 5 to 35 times faster than a join on common words. ``letter_pairs``
# makes Japanese, Chinese and Korean words findable, whose texts the index could only cut at punctuation.
SEARCH = """
CREATE VIRTUAL TABLE search USING fts5(
    title, text, captions, authors, letter_pairs, facets,
    content='clippings', content_rowid='id',
    tokenize='porter unicode61 remove_diacritics 2'
)"""

_COLUMNS = "title, text, captions, authors, letter_pairs, facets"
_NEW = "new.id, new.title, new.text, new.captions, new.authors, new.letter_pairs, new.facets"
_OLD = "'delete', old.id, old.title, old.text, old.captions, old.authors, old.letter_pairs, old.facets"

TRIGGERS = (
    """CREATE TRIGGER clippings_day AFTER UPDATE OF day ON clippings BEGIN
        UPDATE appearances SET day = new.day WHERE clipping = new.id;
    END""",
    f"""CREATE TRIGGER clippings_added AFTER INSERT ON clippings BEGIN
        INSERT INTO search (rowid, {_COLUMNS}) VALUES ({_NEW});
    END""",
    f"""CREATE TRIGGER clippings_removed AFTER DELETE ON clippings BEGIN
        INSERT INTO search (search, rowid, {_COLUMNS}) VALUES ({_OLD});
    END""",
    f"""CREATE TRIGGER clippings_changed AFTER UPDATE OF {_COLUMNS} ON clippings BEGIN
        INSERT INTO search (search, rowid, {_COLUMNS}) VALUES ({_OLD});
        INSERT INTO search (rowid, {_COLUMNS}) VALUES ({_NEW});
    END""",
)

SETTINGS = (
    # A persistent setting of the index: 1.75 times the write rate of bulk additions.
    "INSERT INTO search (search, rank) VALUES ('hashsize', 67108864)",
    # Title over text; the weight of facets is nought, they only filter.
    "INSERT INTO search (search, rank) VALUES ('rank', 'bm25(4.0, 1.0, 1.0, 1.0, 1.0, 0.0)')",
)

VIEWS = (
    """CREATE VIEW reading_list AS
    SELECT clippings.id, clippings.dated, clippings.dated_from, clippings.day, sources.name AS source,
        clippings.title, clippings.authors, clippings.words, clippings.url
    FROM clippings JOIN sources ON sources.id = clippings.source
    ORDER BY clippings.dated DESC, clippings.id DESC""",
    """CREATE VIEW who_is_where AS
    SELECT whole.name AS person, appearances.name AS named, appearances.title AS office,
        appearances.major, appearances.passing, appearances.mentions,
        clippings.dated, clippings.day, clippings.id AS clipping, clippings.title
    FROM appearances
    JOIN people ON people.id = appearances.person
    JOIN people AS whole ON whole.id = people.identity AND whole.is_person
    JOIN clippings ON clippings.id = appearances.clipping""",
)

FIRST = (
    SOURCES,
    CLIPPINGS,
    PAGES,
    ADDRESSES,
    AUTHORS,
    REMOVED,
    VERSIONS,
    PEOPLE,
    ALIASES,
    NAME_KEYS,
    PERSON_TITLES,
    KEPT_APART,
    ASSIGNMENTS,
    NAME_WORDS,
    APPEARANCES,
    MENTIONS,
    DECISIONS,
    ACRONYMS,
    EDGE_LINES,
    BOILERPLATE_LINES,
    *INDEXES,
    SEARCH,
    *TRIGGERS,
    *SETTINGS,
    *VIEWS,
)

# The columns of the key come first: where other NOT NULL columns of a table without rowid precede them,
# ``PRAGMA integrity_check`` of SQLite 3.40 tells of NULL values that are none.
SECOND = (
    """CREATE TABLE acronyms_in_order (
    short_folded TEXT NOT NULL,
    long_folded TEXT NOT NULL,
    clipping INTEGER NOT NULL REFERENCES clippings(id) ON DELETE CASCADE,
    short TEXT NOT NULL,
    long TEXT NOT NULL,
    PRIMARY KEY (short_folded, long_folded, clipping)
) WITHOUT ROWID""",
    "INSERT INTO acronyms_in_order SELECT short_folded, long_folded, clipping, short, long FROM acronyms",
    "DROP TABLE acronyms",
    "ALTER TABLE acronyms_in_order RENAME TO acronyms",
    "CREATE INDEX acronyms_by_long ON acronyms(long_folded)",
    "CREATE INDEX acronyms_by_clipping ON acronyms(clipping)",
)
