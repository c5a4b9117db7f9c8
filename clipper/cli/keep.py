"""Commands about the archive as a whole: status, path, completion."""

from __future__ import annotations

from typing import Any

import click

from clipper.cli.answers import archive_path
from clipper.cli.options import chosen_archive, db_option, open_archive


@click.command(short_help="Show what the archive holds and where it lies.")
@click.option("--json", "as_json", is_flag=True, help="One JSON object.")
@db_option
def status(as_json: bool, **_: Any) -> None:
    """Show what the archive holds, how large it is and where it lies."""
    from dataclasses import asdict

    with open_archive() as archive:
        known = {
            name: str(value) if name == "path" else value for name, value in asdict(archive.status()).items()
        }
    if as_json:
        from clipper.export.tables import json_text

        click.echo(json_text(known))
        return
    from clipper import show

    show.write(show.facts(known))


@click.command(short_help="Print the path of the archive.")
@db_option
def path(**_: Any) -> None:
    """Print the path of the archive, whether or not it exists yet."""
    click.echo(archive_path(chosen_archive()))


@click.command(short_help="Print the shell's completion script.")
@click.argument("shell", type=click.Choice(["bash", "zsh", "fish"]))
def completion(shell: str) -> None:
    """Print the completion script for a shell.

    \b
    clipper completion bash >> ~/.bashrc
    clipper completion zsh >> ~/.zshrc
    clipper completion fish > ~/.config/fish/completions/clipper.fish
    """
    from click.shell_completion import get_completion_class

    from clipper.cli.commands import cli

    found = get_completion_class(shell)
    assert found is not None, shell
    click.echo(found(cli, {}, "clipper", "_CLIPPER_COMPLETE").source())
