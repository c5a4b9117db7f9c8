"""`python -m clipper`: the same as the command `clipper`."""

from clipper.cli import main

main()
