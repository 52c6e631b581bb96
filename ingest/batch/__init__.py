"""Bringing a home up to date with folders of PDFs: only what changed, killed at any moment, nothing lost."""
