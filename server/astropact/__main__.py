"""Runs the command line as ``python -m astropact``."""

from astropact.cli import main

if __name__ == "__main__":
    main()
