"""The web page, its links, feeds and pictures; nothing here is imported by any other command than `serve`."""
