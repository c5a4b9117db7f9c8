"""The arguments of a plain `clipper search` or `add` -> what was asked, without the command-line library.

Importing click takes three times as long as answering. A search in its plain form (words, options that exist,
values that make sense) is therefore understood here; anything else, be it a typing error or --help, is None
and goes to the command in find.py, which has the same options and says what is wrong.
"""

from __future__ import annotations

from clipper.cli.answers import Asked

FLAGS = {
    "--json": ("form", "json"),
    "--nl": ("form", "nl"),
    "--csv": ("form", "csv"),
    "--tsv": ("form", "tsv"),
    "--count": ("count", True),
    "--exact": ("exact", True),
}
NUMBERS = {"--limit": "limit", "--offset": "offset"}
WORDS = {"--db": "db", "--sort": "sort", "--since": "since", "--until": "until"}
LISTS = {"--source": "source", "--person": "person", "--author": "author", "--lang": "lang"}


def plain_search(args: list[str]) -> Asked | None:
    """What a plain search asks for; None when the arguments are not one."""
    asked = Asked()
    rest = iter(args)
    named = False
    for arg in rest:
        if arg == "--db" or arg.startswith("--db="):
            if not option(asked, arg, rest):
                return None
        elif not named:
            if arg != "search":
                return None
            named = True
        elif arg == "-h":
            return None
        elif arg == "--":
            asked.words.extend(rest)
        elif not arg.startswith("--"):
            asked.words.append(arg)
        elif not option(asked, arg, rest):
            return None
    return asked if named and asked.sort in ("relevance", "date") else None


def option(asked: Asked, arg: str, rest: object) -> bool:
    """Take one option with its value into ``asked``; False when it is not one of the plain ones."""
    if arg in FLAGS:
        name, meant = FLAGS[arg]
        setattr(asked, name, meant)
        return True
    flag, equals, value = arg.partition("=")
    if not equals:
        value = next(rest, None)  # type: ignore[call-overload]
    if value is None:
        return False
    if flag in NUMBERS and value.isascii() and value.isdigit() and len(value) < 10:
        setattr(asked, NUMBERS[flag], int(value))
    elif flag in WORDS:
        setattr(asked, WORDS[flag], value)
    elif flag in LISTS:
        getattr(asked, LISTS[flag]).append(value)
    else:
        return False
    return True


ADD_FLAGS: dict[str, dict[str, object]] = {
    "--json": {"form": "json"},
    "--nl": {"form": "nl"},
    "-q": {"quiet": True},
    "--quiet": {"quiet": True},
}


def plain_add(args: list[str]) -> dict[str, object] | None:
    """The arguments for `add_inputs` of a plain add: inputs, --db, --nl, --json, --quiet; else None."""
    asked: dict[str, object] = {"db": None}
    inputs: list[str] = []
    rest = iter(args)
    named = False
    for arg in rest:
        if arg == "--db" or arg.startswith("--db="):
            asked["db"] = arg[5:] if "=" in arg else next(rest, "")
        elif not named:
            if arg != "add":
                return None
            named = True
        elif arg in ADD_FLAGS:
            asked.update(ADD_FLAGS[arg])
        elif arg.startswith("-") and arg != "-":
            return None
        else:
            inputs.append(arg)
    return {**asked, "inputs": tuple(inputs)} if inputs and asked["db"] != "" else None
