"""The engine for many machines: PostgreSQL 16 or newer with pgvector 0.8 or newer, which also does the distributing."""
