"""The embedding model: its folder, built once without a hub, and the two runtimes that run it."""
