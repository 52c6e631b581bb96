"""The launcher: puts the program's own folders on the path and starts the command line."""

__version__ = "0.1.0"
