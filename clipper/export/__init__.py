"""Records -> text for other programs: CSV, TSV, JSON, Markdown. Pure: yields strings, writes nothing."""
